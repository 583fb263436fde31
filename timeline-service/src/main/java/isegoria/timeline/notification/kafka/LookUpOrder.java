package isegoria.timeline.notification.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The order in which facts of one recipient become rows. Most are written at once. One that looks
 * up what it takes away waits for all before it, and all after it wait for it: it would find what
 * was told later, and leave what it is about.
 */
final class LookUpOrder {

  private static final UnderWay NOTHING =
      new UnderWay(CompletableFuture.allOf(), CompletableFuture.allOf());

  private final ConcurrentMap<Long, UnderWay> underWay = new ConcurrentHashMap<>();

  /**
   * Writes of one recipient that have not ended.
   *
   * @param all complete with the last of them
   * @param lookUp the last that looks rows up
   */
  private record UnderWay(CompletableFuture<Void> all, CompletableFuture<Void> lookUp) {}

  /** Begins a write in its turn; complete when it and all before it are durable. */
  CompletionStage<Void> write(
      long recipient, boolean looksUp, Supplier<CompletionStage<Void>> write) {
    UnderWay before = underWay.getOrDefault(recipient, NOTHING);
    CompletableFuture<Void> turn = looksUp ? before.all() : before.lookUp();
    CompletableFuture<Void> written = turn.thenCompose(_ -> write.get());
    CompletableFuture<Void> all = CompletableFuture.allOf(before.all(), written);
    var now = new UnderWay(all, looksUp ? written : before.lookUp());
    underWay.put(recipient, now);
    var _ = all.whenComplete((_, _) -> underWay.remove(recipient, now));
    return all;
  }
}
