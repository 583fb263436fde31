package isegoria.post.http;

import isegoria.edge.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Reads that do not need each other, at the same time: a page waits for the slowest, not for all.
 */
final class ParallelReads {

  private static final Executor THREADS = read -> Thread.ofVirtual().name("read").start(read);

  private ParallelReads() {}

  /** Begins to read; {@code join} waits for it. */
  static <T> CompletableFuture<T> read(Supplier<T> read) {
    return CompletableFuture.supplyAsync(Deadline.carried(read), THREADS);
  }
}
