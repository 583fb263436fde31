package isegoria.timeline.feed.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Which partition of a table an id belongs to. Ids carry their time, so the id gives the bucket,
 * and a feed is read bucket by bucket in order of time.
 */
public final class Buckets {

  /** Milliseconds stand above these bits of an id. */
  private static final int SEQUENCE_BITS = 16;

  private static final int MONTHS_PER_YEAR = 12;

  private Buckets() {}

  public static Instant timeOf(long id) {
    return Instant.ofEpochMilli(id >> SEQUENCE_BITS);
  }

  /** The smallest id of that time. */
  public static long firstIdAt(Instant time) {
    return time.toEpochMilli() << SEQUENCE_BITS;
  }

  /** Months since the year 0, in UTC: the bucket of authors' logs. */
  public static int monthOf(long id) {
    ZonedDateTime time = timeOf(id).atZone(ZoneOffset.UTC);
    return time.getYear() * MONTHS_PER_YEAR + time.getMonthValue() - 1;
  }

  /** The smallest id of that month; below zero for one before 1970. */
  public static long firstIdOfMonth(int month) {
    return firstIdAt(
        ZonedDateTime.of(
                Math.floorDiv(month, MONTHS_PER_YEAR),
                Math.floorMod(month, MONTHS_PER_YEAR) + 1,
                1,
                0,
                0,
                0,
                0,
                ZoneOffset.UTC)
            .toInstant());
  }
}
