package isegoria.eventsourcing.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where a read waits until every view that shows a write has passed it.
 *
 * <p>It exists because unmodified clients write, then read at once, and expect to see it. It does
 * not wait for a partition on which a view is paused: that may take days.
 */
public final class Barrier {

  /** A look now and then, so that a lost wake-up costs a moment and not the limit. */
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Map<String, List<Progress>> viewsByTopic = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();

  /** Registers a view that shows the records of a topic. */
  public void register(String topic, Progress view) {
    viewsByTopic.compute(
        topic,
        (name, views) -> {
          List<Progress> more = new ArrayList<>(views == null ? List.of() : views);
          more.add(view);
          return List.copyOf(more);
        });
    view.listen(this::wake);
  }

  private void wake() {
    lock.lock();
    try {
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until the views have passed the positions.
   *
   * @return false when the limit came first: the read is then served as it is
   */
  public boolean await(Collection<Position> wanted, Duration limit) throws InterruptedException {
    if (allPassed(wanted)) {
      return true;
    }
    long end = System.nanoTime() + limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (!allPassed(wanted)) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        long _ = advanced.awaitNanos(Math.min(left, LOOK_AGAIN_NANOS));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean allPassed(Collection<Position> wanted) {
    for (Position position : wanted) {
      for (Progress view : viewsByTopic.getOrDefault(position.topic(), List.of())) {
        if (!view.shows(position)) {
          return false;
        }
      }
    }
    return true;
  }
}
