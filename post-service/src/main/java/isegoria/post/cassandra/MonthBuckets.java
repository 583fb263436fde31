package isegoria.post.cassandra;

import isegoria.events.PostId;

/** Thirty days as part of a partition's key: only that the same id has the same one matters. */
final class MonthBuckets {

  private static final long MONTH_MILLIS = 30L * 24 * 60 * 60 * 1_000;

  /** Bits of an id below its milliseconds. */
  private static final int ID_BITS_BELOW_TIME = 16;

  private MonthBuckets() {}

  static int of(PostId id) {
    return (int) ((id.value() >>> ID_BITS_BELOW_TIME) / MONTH_MILLIS);
  }
}
