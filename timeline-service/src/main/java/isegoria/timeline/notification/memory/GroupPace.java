package isegoria.timeline.notification.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often streams hear of one group: of its first member at once, then of the newest one every
 * few seconds. A million favourites would fill the stream of whom they are for, and each of them
 * says the same.
 */
final class GroupPace {

  /** Between two events of one group. */
  static final Duration BETWEEN = Duration.ofSeconds(3);

  /** Groups that are remembered: the one that was told longest ago is told too early again. */
  static final int GROUPS_MAX = 10_000;

  private record Group(long recipient, String key) {}

  /**
   * One that was told.
   *
   * @param pending the newest member since; null for none
   */
  private record Told(Instant at, @Nullable NewNotification pending) {}

  private final Map<Group, Told> told = new LinkedHashMap<>();

  /** Whether it is told now; else its group tells it, or a newer one, when {@link #due} says so. */
  boolean isTold(NewNotification added, Instant now) {
    var group = new Group(added.recipient(), added.group());
    Told last = told.get(group);
    if (last != null && now.isBefore(last.at().plus(BETWEEN))) {
      told.put(group, new Told(last.at(), added));
      return false;
    }
    note(group, now);
    return true;
  }

  private void note(Group group, Instant now) {
    told.remove(group);
    told.put(group, new Told(now, null));
    if (told.size() > GROUPS_MAX) {
      Iterator<Group> oldest = told.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Those whose time has come; they count as told with this. */
  List<NewNotification> due(Instant now) {
    var due = new ArrayList<NewNotification>();
    var again = new ArrayList<Group>();
    Iterator<Map.Entry<Group, Told>> each = told.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<Group, Told> next = each.next();
      if (now.isBefore(next.getValue().at().plus(BETWEEN))) {
        break; // The rest was told later.
      }
      each.remove();
      NewNotification pending = next.getValue().pending();
      if (pending != null) {
        due.add(pending);
        again.add(next.getKey());
      }
    }
    again.forEach(group -> note(group, now));
    return due;
  }
}
