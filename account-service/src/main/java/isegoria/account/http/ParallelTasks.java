package isegoria.account.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Runs tasks in parallel, with a bound on how many at once. */
final class ParallelTasks {

  private ParallelTasks() {}

  /** Returns when all are done; throws what the first of them threw. */
  static <T> void forEach(List<T> things, int atOnce, Consumer<T> action) {
    Semaphore places = new Semaphore(atOnce);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (T thing : things) {
        all.add(
            threads.submit(() -> {
              places.acquireUninterruptibly();
              try {
                action.accept(thing);
              } finally {
                places.release();
              }
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
