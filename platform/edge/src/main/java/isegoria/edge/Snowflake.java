package isegoria.edge;

import java.util.function.LongSupplier;

/**
 * Ids in the order of time, in the shape that clients compute with: 48 bits of Unix milliseconds,
 * 10 bits of worker, 6 bits of sequence. Two workers never make the same id, and one worker never
 * does as long as no other process has its number.
 */
public final class Snowflake {

  static final int WORKER_BITS = 10;
  static final int SEQUENCE_BITS = 6;

  /** Worker numbers there are. */
  static final int WORKERS = 1 << WORKER_BITS;

  /** Ids one worker makes in one millisecond. */
  static final int SEQUENCES = 1 << SEQUENCE_BITS;

  private final int worker;
  private final LongSupplier clockMillis;
  private final Runnable pause;
  private long lastMillis;
  private int sequence;

  /**
   * @param pause what to do while the clock stands still or has gone back
   */
  Snowflake(int worker, LongSupplier clockMillis, Runnable pause) {
    if (worker < 0 || worker >= WORKERS) {
      throw new IllegalArgumentException(
          "worker: %d (expected: 0 to %d)".formatted(worker, WORKERS - 1));
    }
    this.worker = worker;
    this.clockMillis = clockMillis;
    this.pause = pause;
  }

  /** The next id, larger than every one before it. Waits when the millisecond is used up. */
  synchronized long next() {
    long now = clockMillis.getAsLong();
    while (now < lastMillis || (now == lastMillis && sequence == SEQUENCES - 1)) {
      pause.run();
      now = clockMillis.getAsLong();
    }
    sequence = now == lastMillis ? sequence + 1 : 0;
    lastMillis = now;
    return compose(now, worker, sequence);
  }

  /** The highest time an id was made for. */
  synchronized long lastMillis() {
    return lastMillis;
  }

  static long compose(long millis, int worker, int sequence) {
    return millis << (WORKER_BITS + SEQUENCE_BITS) | (long) worker << SEQUENCE_BITS | sequence;
  }

  /** When an id was made. */
  static long millisOf(long id) {
    return id >>> (WORKER_BITS + SEQUENCE_BITS);
  }
}
