package isegoria.timeline.home.kafka;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Room for the snapshots that were made last, out of which the next ones are made: all tasks of an
 * instance share it. Where there is none left, a reader's next one is made from memory alone.
 */
final class SnapshotCache {

  /** Those of four thousand readers and more: it is beside what the recent log and copies take. */
  static final long BYTES_MAX = 64L << 20;

  private final long bytesMax;
  private final AtomicLong bytes = new AtomicLong();

  SnapshotCache(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** What is kept from now on: the later one, or null when it is that or has no room. */
  byte @Nullable [] replace(byte @Nullable [] before, byte @Nullable [] after) {
    long more = sizeOf(after) - sizeOf(before);
    if (bytes.addAndGet(more) <= bytesMax || after == null) {
      return after;
    }
    bytes.addAndGet(-sizeOf(after));
    return null;
  }

  private static long sizeOf(byte @Nullable [] snapshot) {
    return snapshot == null ? 0 : snapshot.length;
  }
}
