package isegoria.moderation.read.listing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The requested part of a list: at most {@code limit} entries between two ids, exclusive. */
public record IdRange(long newerThan, long olderThan, int limit, boolean fromOldest) {

  /** Entries one answer may look at: a filter that fits almost nothing ends here. */
  public static final int WALK_MAX = 10_000;

  /** Everything, up to a bound that no account comes near. */
  public static final IdRange ALL = new IdRange(0, Long.MAX_VALUE, WALK_MAX, false);

  /** The wanted entries, newest first: ids whose entry is gone or does not fit are passed over. */
  public <T> List<T> fill(Iterator<Long> ids, LongFunction<@Nullable T> find) {
    List<T> found = new ArrayList<>();
    for (int looked = 0; looked < WALK_MAX && found.size() < limit && ids.hasNext(); looked++) {
      T entry = find.apply(ids.next());
      if (entry != null) {
        found.add(entry);
      }
    }
    if (fromOldest) {
      Collections.reverse(found);
    }
    return List.copyOf(found);
  }
}
