package isegoria.tests.world;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/** Does many things at once, but not more than a bound; the first failure ends it. */
public final class ParallelTasks {
  private ParallelTasks() {}

  /** Calls the work with 0 … count-1 and waits until all is done. */
  public static void run(int count, int atOnceMax, IntConsumer work) {
    var places = new Semaphore(atOnceMax);
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    try {
      for (int i = 0; i < count && failures.isEmpty(); i++) {
        int mine = i;
        places.acquire();
        Thread.ofVirtual()
            .start(() -> {
              try {
                work.accept(mine);
              } catch (RuntimeException e) {
                failures.add(e);
              } finally {
                places.release();
              }
            });
      }
      places.acquire(atOnceMax);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    RuntimeException first = failures.peek();
    if (first != null) {
      throw first;
    }
  }
}
