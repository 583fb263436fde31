package isegoria.benchmarks.ladder;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * Tells when posts can be seen, by looking every half millisecond. Its thread belongs to the
 * generator: nobody would look in earnest.
 */
final class Lookout implements AutoCloseable {
  private static final long LOOK_EVERY_NANOS = 500_000;

  /** A post that is not seen by then has failed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LongPredicate seen;
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
  private volatile boolean running = true;

  private record Pending(long id, CompletableFuture<Void> visible) {}

  Lookout(LongPredicate seen) {
    this.seen = seen;
    Thread.ofPlatform().daemon().name(Costs.GENERATOR + "-lookout").start(this::look);
  }

  CompletionStage<Void> of(long id) {
    var visible = new CompletableFuture<Void>();
    pending.add(new Pending(id, visible));
    return visible.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  @SuppressWarnings("NullAway") // A stage of nothing is completed with null.
  private void look() {
    while (running) {
      pending.removeIf(each -> {
        if (each.visible().isDone()) {
          return true;
        }
        boolean isSeen = seen.test(each.id());
        if (isSeen) {
          var _ = each.visible().completeAsync(() -> null);
        }
        return isSeen;
      });
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  @Override
  public void close() {
    running = false;
  }
}
