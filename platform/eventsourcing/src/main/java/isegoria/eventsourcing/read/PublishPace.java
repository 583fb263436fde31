package isegoria.eventsourcing.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * When positions are published: at once after a pause, else a moment later, and only the highest of
 * each place.
 *
 * <p>It exists because a position is only worth its record, and the requests that carry it to every
 * instance, to a reader who waits at another instance. Dozens of acts a second on one partition
 * need no more records than such a reader can notice.
 *
 * <p>What is pending is one number for each view, topic and partition that this instance applies.
 */
final class PublishPace {

  /**
   * How far what other instances know may be behind what is applied here: less than a person
   * notices, and a small part of what a read waits at the most.
   */
  static final Duration BEHIND_MAX = Duration.ofMillis(40);

  /** Sends a position on its way; does not wait until it is stored. */
  @FunctionalInterface
  interface Publisher {
    void publish(String place, long position);
  }

  /** Runs a task once, on one and the same thread for all tasks. */
  @FunctionalInterface
  interface Timer {
    void after(Duration delay, Runnable task);
  }

  private final Publisher publisher;
  private final Timer timer;
  private final LongSupplier nanos;
  private final Map<String, Long> pending = new HashMap<>();
  private boolean isDue;
  private boolean hasPublished;
  private long publishedNanos;

  PublishPace(Publisher publisher, Timer timer, LongSupplier nanos) {
    this.publisher = publisher;
    this.timer = timer;
    this.nanos = nanos;
  }

  /** Notes that a position was passed at a place; it is published within the pace. */
  void passed(String place, long position) {
    Duration delay;
    synchronized (this) {
      pending.merge(place, position, Math::max);
      if (isDue) {
        return;
      }
      isDue = true;
      delay = delay();
    }
    timer.after(delay, this::flush);
  }

  private Duration delay() {
    if (!hasPublished) {
      return Duration.ZERO;
    }
    Duration since = Duration.ofNanos(nanos.getAsLong() - publishedNanos);
    return since.compareTo(BEHIND_MAX) >= 0 ? Duration.ZERO : BEHIND_MAX.minus(since);
  }

  /** Publishes all that is pending now. */
  void flush() {
    Map<String, Long> passed;
    synchronized (this) {
      passed = Map.copyOf(pending);
      pending.clear();
      isDue = false;
      hasPublished = true;
      publishedNanos = nanos.getAsLong();
    }
    passed.forEach(publisher::publish);
  }
}
