package isegoria.cassandra;

import java.time.Duration;

/** Waiting between two attempts at start-up, where there is nothing to be woken by. */
final class RetryDelay {

  private RetryDelay() {}

  static void of(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Cassandra", stopped);
    }
  }
}
