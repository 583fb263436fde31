package isegoria.timeline.notification.write;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the ids and groups of one account's next notifications depend on. The notifications
 * themselves stand in tables, so it stays small whatever the fame.
 *
 * @param lastId of the newest notification; 0: there was none
 * @param added how many there were
 * @param clearedUpTo the newest id that was cleared
 * @param open groups that take more members
 */
public record Inbox(long lastId, long added, long clearedUpTo, List<OpenGroup> open) {

  /** What commands are addressed to. */
  public static final String AGGREGATE_TYPE = "inbox";

  /** Hours during which a group takes members. */
  static final int GROUP_HOURS = 12;

  /**
   * Open groups of one account: 50 kB of state at most, which each of its notifications reads and
   * writes. Beyond it, notifications are not grouped.
   */
  public static final int GROUPS_OPEN_MAX = 400;

  private static final int SEQUENCE_BITS = 16;
  private static final long MILLIS_PER_HOUR = 3_600_000;

  static final Inbox EMPTY = new Inbox(0, 0, 0, List.of());

  public Inbox {
    open = List.copyOf(open);
  }

  /**
   * A group that takes more members.
   *
   * @param subject what it is about
   * @param hour of its first member, counted from 1970
   * @param members so far
   */
  public record OpenGroup(String subject, long hour, long members) {

    public String key() {
      return subject + "-" + hour;
    }

    boolean isOpenAt(long now) {
      return now < hour + GROUP_HOURS;
    }

    OpenGroup withOneMore() {
      return new OpenGroup(subject, hour, members + 1);
    }
  }

  /** The key of an account's inbox. */
  public static String key(AccountId recipient) {
    return Partitioning.key(recipient.toString(), AGGREGATE_TYPE);
  }

  /** The id after the last one, or that of the time if it is later: ids rise, come what may. */
  long nextId(long millis) {
    return Math.max(lastId + 1, millis << SEQUENCE_BITS);
  }

  /** The hour of an id, which never goes back as that of an event may. */
  static long hourOf(long id) {
    return (id >> SEQUENCE_BITS) / MILLIS_PER_HOUR;
  }

  /** The group that takes another member about this in that hour. */
  Optional<OpenGroup> groupOf(String subject, long hour) {
    return open.stream()
        .filter(group -> group.subject().equals(subject) && group.isOpenAt(hour))
        .findFirst();
  }

  boolean mayOpenAnother(long hour) {
    return open.stream().filter(group -> group.isOpenAt(hour)).count() < GROUPS_OPEN_MAX;
  }

  /** After a notification; groups that are over are forgotten. */
  Inbox with(long id, String groupKey, String subject) {
    long hour = hourOf(id);
    List<OpenGroup> groups = new ArrayList<>();
    boolean found = false;
    for (OpenGroup group : open) {
      boolean isIts = group.key().equals(groupKey);
      found |= isIts;
      if (group.isOpenAt(hour)) {
        groups.add(isIts ? group.withOneMore() : group);
      }
    }
    OpenGroup first = new OpenGroup(subject, hour, 1);
    if (!found && first.key().equals(groupKey)) {
      groups.add(first);
    }
    return new Inbox(id, added + 1, clearedUpTo, groups);
  }

  Inbox withoutGroup(String key) {
    return new Inbox(
        lastId,
        added,
        clearedUpTo,
        open.stream().filter(group -> !group.key().equals(key)).toList());
  }

  Inbox cleared(long upTo) {
    return new Inbox(lastId, added, upTo, List.of());
  }
}
