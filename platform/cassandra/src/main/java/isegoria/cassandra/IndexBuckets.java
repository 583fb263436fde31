package isegoria.cassandra;

import java.time.Duration;

/**
 * How the lists of an {@link IndexTable} are cut into partitions: by the time in their ids, where a
 * list may grow for ever, and in shards, where many may add to it at once.
 *
 * @param sliceMillis how much time one slice holds; 0 for lists of one slice
 * @param shards partitions of each slice
 */
public record IndexBuckets(long sliceMillis, int shards) {

  /** Lists that one account makes: its own bounds keep the partition small. */
  public static final IndexBuckets ONE = new IndexBuckets(0, 1);

  /** Milliseconds stand above these bits of an id. */
  private static final int ID_BITS_BELOW_TIME = 16;

  /** Shorter ones would not fit into the column, which is an int. */
  private static final Duration SLICE_MIN = Duration.ofHours(1);

  public static IndexBuckets slicedBy(Duration slice, int shards) {
    if (slice.compareTo(SLICE_MIN) < 0) {
      throw new IllegalArgumentException("slice: " + slice + " (expected: >= " + SLICE_MIN + ")");
    }
    return new IndexBuckets(slice.toMillis(), shards);
  }

  public static IndexBuckets sharded(int shards) {
    return new IndexBuckets(0, shards);
  }

  boolean isSliced() {
    return sliceMillis > 0;
  }

  /** Which slice holds an id. */
  public int sliceOf(long id) {
    return isSliced() ? Math.toIntExact((id >>> ID_BITS_BELOW_TIME) / sliceMillis) : 0;
  }

  int bucketOf(IndexTable.Entry entry) {
    // The low bits of ids are alike: spread by all of them.
    long mixed = (entry.id() ^ entry.other()) * 0x9E3779B97F4A7C15L;
    return bucket(sliceOf(entry.id()), (int) Math.floorMod(mixed >>> 32, (long) shards));
  }

  int bucket(int slice, int shard) {
    return slice * shards + shard;
  }

  /** The smallest id of a slice. */
  long firstIdOf(int slice) {
    return (slice * sliceMillis) << ID_BITS_BELOW_TIME;
  }

  /** The largest id of a slice. */
  long lastIdOf(int slice) {
    return firstIdOf(slice + 1) - 1;
  }
}
