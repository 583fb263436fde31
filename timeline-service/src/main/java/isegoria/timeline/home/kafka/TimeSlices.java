package isegoria.timeline.home.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a task may run before it yields: one thread runs all tasks of an instance and also
 * writes the slim log, which must not wait for them.
 */
final class TimeSlices {

  /** Work in one slice of all tasks together: a twentieth of the thread. */
  static final Duration TIME_SLICE_MAX = Duration.ofMillis(50);

  private final AtomicInteger tasks = new AtomicInteger();

  void join() {
    tasks.incrementAndGet();
  }

  void leave() {
    tasks.decrementAndGet();
  }

  /** The slice of one of the current tasks. */
  long nanosOfOne() {
    return TIME_SLICE_MAX.toNanos() / Math.max(1, tasks.get());
  }
}
