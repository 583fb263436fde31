package isegoria.benchmarks.ladder;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * Tells when posts can be seen, by looking every half millisecond. Its thread belongs to the load
 * generator and does all the polling: no real client polls.
 */
final class VisibilityPoller implements AutoCloseable {
  private static final long LOOK_EVERY_NANOS = 500_000;

  /** A post that is not seen by then has failed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LongPredicate seen;
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
  private volatile boolean running = true;

  private record Pending(long id, long sinceNanos, CompletableFuture<Void> visible) {}

  VisibilityPoller(LongPredicate seen) {
    this.seen = seen;
    Thread.ofPlatform().daemon().name(Costs.GENERATOR + "-lookout").start(this::look);
  }

  CompletionStage<Void> of(long id) {
    var visible = new CompletableFuture<Void>();
    pending.add(new Pending(id, System.nanoTime(), visible));
    return visible;
  }

  private void look() {
    while (running) {
      pending.removeIf(this::isDecided);
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  @SuppressWarnings("NullAway") // A stage of nothing is completed with null.
  private boolean isDecided(Pending post) {
    if (seen.test(post.id())) {
      return post.visible().complete(null);
    }
    return System.nanoTime() - post.sinceNanos() > PATIENCE.toNanos()
        && post.visible().completeExceptionally(new TimeoutException("post " + post.id()));
  }

  @Override
  public void close() {
    running = false;
  }
}
