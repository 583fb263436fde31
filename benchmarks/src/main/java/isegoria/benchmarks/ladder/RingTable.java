package isegoria.benchmarks.ladder;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The newest ids of each reader's feed in a ring of a fixed size. One thread appends; others read,
 * and see every append that was complete before they began.
 */
final class RingTable {
  private final long[] @Nullable [] rings;
  private final int[] counts;
  private final int[] restartedAt;
  private final int capacity;
  private final AtomicLong appended = new AtomicLong();

  /**
   * An empty ring for each reader.
   *
   * @param capacity ids of one ring, 8 bytes each
   */
  RingTable(int people, int[] readers, int capacity) {
    this.rings = new long[people][];
    this.counts = new int[people];
    this.restartedAt = new int[people];
    this.capacity = capacity;
    for (int reader : readers) {
      rings[reader] = new long[capacity];
    }
  }

  /** Appends one id to the rings of many. */
  void append(long id, int[] readers) {
    for (int reader : readers) {
      long[] ring = rings[reader];
      if (ring != null) {
        ring[counts[reader]++ % capacity] = id;
      }
    }
    appended.incrementAndGet();
  }

  /** Ids that were appended since the last restart. */
  int appendedSince(int reader) {
    return counts[reader] - restartedAt[reader];
  }

  /** Counts from now. */
  void restart(int reader) {
    restartedAt[reader] = counts[reader];
  }

  /** What the ring holds, in no order. */
  long[] ids(int reader) {
    // Reading it orders what follows after what was appended.
    long seen = appended.get();
    long[] ring = rings[reader];
    return ring == null || seen == 0
        ? new long[0]
        : Arrays.copyOf(ring, Math.min(capacity, counts[reader]));
  }
}
