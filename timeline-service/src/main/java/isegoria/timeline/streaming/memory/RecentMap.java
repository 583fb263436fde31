package isegoria.timeline.streaming.memory;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last few of many things by id; the oldest is forgotten for a new one. */
final class RecentMap<V> {

  private final Map<Long, V> byId = new LinkedHashMap<>();
  private final int max;

  RecentMap(int max) {
    this.max = max;
  }

  void put(long id, V value) {
    byId.put(id, value);
    if (byId.size() > max) {
      Iterator<Long> oldest = byId.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  boolean has(long id) {
    return byId.containsKey(id);
  }

  @Nullable V get(long id) {
    return byId.get(id);
  }

  @Nullable V remove(long id) {
    return byId.remove(id);
  }
}
