package isegoria.eventsourcing.kafka;

import java.time.Duration;

/**
 * When a consumer polls again: at once while there is a backlog, and while nothing comes; else some
 * milliseconds after it was brought something.
 */
final class Pace {

  /** Between two polls that bring something: what a reader of a fresh post does not notice. */
  static final Duration APART = Duration.ofMillis(10);

  private final int backlog;
  private boolean waits;
  private long fromNanos;

  /**
   * Begins without a wait.
   *
   * @param backlog a poll of this many records means that there are more
   */
  Pace(int backlog) {
    this.backlog = backlog;
  }

  /** How long to wait with the next poll, in nanoseconds. */
  long waitNanos(long nowNanos) {
    return waits ? Math.max(0, APART.toNanos() - (nowNanos - fromNanos)) : 0;
  }

  /** Notes what a poll brought. */
  void brought(int records, long nowNanos) {
    waits = records > 0 && records < backlog;
    fromNanos = nowNanos;
  }
}
