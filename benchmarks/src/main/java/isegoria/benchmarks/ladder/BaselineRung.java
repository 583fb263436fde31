package isegoria.benchmarks.ladder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Takes posts and does nothing: what the servers and this process cost while a load passes by. It
 * is taken off the cost of the rungs that begin with the post itself.
 */
final class BaselineRung implements Rung {
  static final String NAME = "nothing";

  /** As long as others take: at once, a load without end would measure itself. */
  private static final Executor LATER = CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean hasPages() {
    return false;
  }

  @Override
  public void open() {
    // Nothing to open.
  }

  @Override
  @SuppressWarnings("NullAway") // A stage of nothing is completed with null.
  public CompletionStage<?> post(long id, int author) {
    return CompletableFuture.supplyAsync(() -> null, LATER);
  }

  @Override
  public long[] page(int reader, long olderThan) {
    return new long[0];
  }

  @Override
  public int pushed(int author) {
    return 0;
  }

  @Override
  public void close() {
    // Nothing to close.
  }
}
