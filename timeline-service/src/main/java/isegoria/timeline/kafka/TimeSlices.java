package isegoria.timeline.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a turn of a task may be: one thread runs all tasks of an instance, makes the slim log as
 * well, and nobody should wait for that.
 */
final class TimeSlices {

  /** Work in one turn of all tasks together: a twentieth of the thread. */
  static final Duration TIME_SLICE_MAX = Duration.ofMillis(50);

  private final AtomicInteger tasks = new AtomicInteger();

  void join() {
    tasks.incrementAndGet();
  }

  void leave() {
    tasks.decrementAndGet();
  }

  /** For one of the tasks that there are now. */
  long nanosOfOne() {
    return TIME_SLICE_MAX.toNanos() / Math.max(1, tasks.get());
  }
}
