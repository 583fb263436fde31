package isegoria.post.cassandra;

import isegoria.events.PostId;
import java.util.List;
import java.util.stream.IntStream;

/** Thirty days as part of a partition's key: only that the same id has the same one matters. */
final class MonthBuckets {

  private static final long MONTH_MILLIS = 30L * 24 * 60 * 60 * 1_000;

  /** Bits of an id below its milliseconds. */
  private static final int ID_BITS_BELOW_TIME = 16;

  /** Posts are imported from other places; none is older than this kind of place (2006). */
  private static final int FIRST = (int) (1_136_073_600_000L / MONTH_MILLIS);

  private MonthBuckets() {}

  static int of(PostId id) {
    return (int) ((id.value() >>> ID_BITS_BELOW_TIME) / MONTH_MILLIS);
  }

  /** Every one there can be something in. */
  static List<Integer> all() {
    int now = (int) (System.currentTimeMillis() / MONTH_MILLIS);
    return IntStream.rangeClosed(FIRST, now + 1).boxed().toList();
  }
}
