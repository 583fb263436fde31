package isegoria.service;

import isegoria.edge.Deadline;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Independent work of one request in parallel, within the request's deadline: it takes as long as
 * the slowest part, not as long as their sum.
 */
public final class ParallelTasks {

  private static final Executor THREADS = task -> Thread.ofVirtual().name("parallel").start(task);

  private ParallelTasks() {}

  /** Begins a task; {@code join} waits for it. */
  public static <T> CompletableFuture<T> start(Supplier<T> task) {
    return CompletableFuture.supplyAsync(Deadline.carried(task), THREADS);
  }

  /** Returns when all are done; throws what the first of them threw. */
  public static <T> void forEach(List<T> things, int atOnce, Consumer<T> action) {
    Semaphore places = new Semaphore(atOnce);
    List<CompletableFuture<Boolean>> all =
        things.stream().map(thing -> start(() -> within(places, thing, action))).toList();
    try {
      CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private static <T> boolean within(Semaphore places, T thing, Consumer<T> action) {
    places.acquireUninterruptibly();
    try {
      action.accept(thing);
      return true;
    } finally {
      places.release();
    }
  }
}
