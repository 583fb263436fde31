package isegoria.gateway.upstream;

import java.util.function.LongSupplier;

/**
 * How many calls of an upstream may be sent a second time: a tenth of those of the last ten
 * seconds, so that a service in trouble is not asked twice as often for it, and a few more, so that
 * a quiet one gets over an instance that died.
 */
public final class RetryBudget {
  /** Of the calls in the window, how many may be repeated. */
  static final int RETRIES_PERCENT = 10;

  /** Retries in a window, however few calls there are: what an instance that dies leaves behind. */
  static final int RETRIES_MIN = 50;

  static final int WINDOW_SECONDS = 10;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final LongSupplier nanoTime;
  private final long startedNanos;
  private final int[] calls = new int[WINDOW_SECONDS];
  private final int[] retries = new int[WINDOW_SECONDS];
  private long second;

  public RetryBudget(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.startedNanos = nanoTime.getAsLong();
  }

  /** A call is sent for the first time. */
  public synchronized void called() {
    turn();
    calls[slot()]++;
  }

  /** Whether a call may be sent again; if so, it counts. */
  public synchronized boolean takeRetry() {
    turn();
    if (sum(retries) >= RETRIES_MIN + (long) sum(calls) * RETRIES_PERCENT / 100) {
      return false;
    }
    retries[slot()]++;
    return true;
  }

  private int slot() {
    return (int) (second % WINDOW_SECONDS);
  }

  /** Empties the slots of the seconds that have begun since. */
  private void turn() {
    long now = (nanoTime.getAsLong() - startedNanos) / NANOS_PER_SECOND;
    long passed = Math.min(now - second, WINDOW_SECONDS);
    for (long i = 1; i <= passed; i++) {
      int slot = (int) ((now - passed + i) % WINDOW_SECONDS);
      calls[slot] = 0;
      retries[slot] = 0;
    }
    second = now;
  }

  private static int sum(int[] slots) {
    int sum = 0;
    for (int slot : slots) {
      sum += slot;
    }
    return sum;
  }
}
