package isegoria.benchmarks.fame;

import isegoria.tests.world.ParallelTasks;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * The same act by each member of the crowd: some at a pace, the others as fast as they are taken.
 */
final class CrowdLoad {

  /** Commands under way: more would wait for each other, until their partition turns some away. */
  private static final int AT_ONCE = 512;

  /** Acts after which it is told how far it is. */
  private static final int TOLD_EVERY = 10_000;

  private final String name;
  private final int acts;
  private final IntConsumer act;
  private final Consumer<String> progress;
  private int done;

  CrowdLoad(String name, int acts, IntConsumer act, Consumer<String> progress) {
    this.name = name;
    this.acts = acts;
    this.act = act;
    this.progress = progress;
  }

  /** The next acts, as fast as they are taken; how many a second that was. */
  double next(int count) {
    int from = done;
    int some = Math.min(count, acts - from);
    var told = new AtomicInteger();
    long start = System.nanoTime();
    ParallelTasks.run(
        some,
        AT_ONCE,
        place -> {
          act.accept(from + place);
          if (told.incrementAndGet() % TOLD_EVERY == 0) {
            double soFar = (System.nanoTime() - start) / 1e9;
            progress.accept(
                "fan-in: %s: %,d of %,d, %,.0f a second"
                    .formatted(name, from + told.get(), acts, told.get() / soFar));
          }
        });
    double took = (System.nanoTime() - start) / 1e9;
    done += some;
    return some / took;
  }

  double rest() {
    return next(acts);
  }

  /** The next acts at so many a second, until it is closed or there are no more. */
  Paced paced(double perSecond) {
    return new Paced(perSecond);
  }

  /** Acts at a pace, beside what is measured meanwhile. */
  final class Paced implements AutoCloseable {
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService under = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final Thread sender;
    private volatile boolean stopped;

    private Paced(double perSecond) {
      long start = System.nanoTime();
      this.sender =
          Thread.ofVirtual()
              .start(() -> {
                for (int sent = 0; !stopped && done < acts; sent++) {
                  sleepUntil(start + (long) (sent / perSecond * 1e9));
                  places.acquireUninterruptibly();
                  int number = done++;
                  under.execute(() -> act(number));
                }
              });
    }

    private static void sleepUntil(long due) {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    private void act(int number) {
      try {
        act.accept(number);
      } catch (RuntimeException e) {
        failures.add(e);
      } finally {
        places.release();
      }
    }

    /** Stops, and waits for what is under way; throws when an act has failed. */
    @Override
    public void close() {
      stopped = true;
      try {
        sender.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      under.close();
      RuntimeException first = failures.peek();
      if (first != null) {
        throw first;
      }
    }
  }
}
