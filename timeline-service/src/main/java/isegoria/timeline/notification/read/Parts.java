package isegoria.timeline.notification.read;

import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.notification.write.GroupKey;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/** Which partition holds which notification. */
public final class Parts {

  /** Notifications of one account in one partition: 3 MB, which a node reads and keeps well. */
  public static final int ROWS_PER_PART = 20_000;

  private Parts() {}

  /** Of the notification that has so many before it. */
  public static int of(long number) {
    return (int) (number / ROWS_PER_PART);
  }

  /** Whether that notification is the first of its part. */
  public static boolean begins(long number) {
    return number % ROWS_PER_PART == 0;
  }

  /** Of the member at that place, from 1. */
  public static int ofMember(long member) {
    return of(member - 1);
  }

  /** The month in which the group began; empty for what is no key of a group. */
  public static OptionalInt monthOf(String groupKey) {
    var hour = GroupKey.hour(groupKey);
    return hour.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(
            Buckets.monthOf(
                Buckets.firstIdAt(Instant.EPOCH.plus(Duration.ofHours(hour.getAsLong())))));
  }
}
