package isegoria.benchmarks.ladder;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what starts by itself. */
final class Await {
  private static final Duration MAX = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofMillis(10);

  private Await() {}

  static void until(String what, BooleanSupplier done) {
    long end = System.nanoTime() + MAX.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(what + ": not ready after " + MAX);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
