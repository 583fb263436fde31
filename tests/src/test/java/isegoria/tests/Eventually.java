package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Reads until it is as expected, for a while: on a machine that is busy with everything at once a
 * view may be behind for longer than a read waits for it. A read that had to be repeated is told.
 */
final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofMillis(100);

  private static final ScopedValue<Duration> SHORTER = ScopedValue.newInstance();

  private Eventually() {}

  /** Runs something whose reads are repeated for no longer than this. */
  static void within(Duration limit, Runnable act) {
    ScopedValue.where(SHORTER, limit).run(act);
  }

  static <T> void equal(Supplier<T> read, T expected) {
    long start = System.nanoTime();
    long limit = (SHORTER.isBound() ? SHORTER.get() : LIMIT).toNanos();
    T found = read.get();
    boolean repeated = false;
    while (!found.equals(expected) && System.nanoTime() - start < limit) {
      repeated = true;
      LockSupport.parkNanos(AGAIN.toNanos());
      found = read.get();
    }
    assertThat(found).isEqualTo(expected);
    if (repeated) {
      System.out.printf(
          "stale read: as expected only after %.1f s%n", (System.nanoTime() - start) / 1e9);
    }
  }
}
