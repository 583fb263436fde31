package isegoria.post.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Independent reads in parallel: a page waits for the slowest one, not for their sum. */
final class ParallelReads {

  private static final Executor THREADS = read -> Thread.ofVirtual().name("read").start(read);

  private ParallelReads() {}

  /** Begins to read; {@code join} waits for it. */
  static <T> CompletableFuture<T> read(Supplier<T> read) {
    return CompletableFuture.supplyAsync(read, THREADS);
  }
}
