package isegoria.eventsourcing.decide;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.eventsourcing.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Whenever an account is closed, everything that this service's decider keeps of it is erased.
 *
 * <p>It reads the fact and not the state's tombstone: facts stay, a tombstone is compacted away
 * after a day. It fails while the marker does not stand, so that the fact is read again.
 */
public final class ErasureTrigger implements RowWriter {

  public static final List<Topic> TOPICS = List.of(Topics.ACCOUNT_EVENTS);

  /** The type of the fact, as its header names it: nothing else of the topic is decoded. */
  public static final String ACCOUNT_CLOSED = "isegoria.account.closed";

  /** How long the marker is waited for before the fact is read again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Executor THREADS = task -> Thread.ofVirtual().name("erasure").start(task);

  private final DeciderApp decider;
  private final AfterMarker afterMarker;

  /** Ends what belongs to more than one owner, once the account takes no more commands. */
  @FunctionalInterface
  public interface AfterMarker {

    /** For a service that keeps nothing of the kind. */
    AfterMarker NOTHING = account -> CompletableFuture.completedFuture(null);

    /** Complete when it has ended, or never will; until then the fact counts as not applied. */
    CompletionStage<?> end(AccountId account);
  }

  public ErasureTrigger(DeciderApp decider, AfterMarker afterMarker) {
    this.decider = decider;
    this.afterMarker = afterMarker;
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    if (!ACCOUNT_CLOSED.equals(RecordHeader.text(change.headers(), RecordHeader.CE_TYPE))) {
      return CompletableFuture.completedFuture(null);
    }
    AccountId account = AccountId.of(Partitioning.ownerOf(change.key()));
    return CompletableFuture.runAsync(() -> erase(account), THREADS)
        .thenCompose(marked -> afterMarker.end(account));
  }

  private void erase(AccountId account) {
    var context =
        new CommandContext(
            UUID.randomUUID().toString(),
            /* repeatable= */ false,
            "",
            "",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            PATIENCE);
    try {
      var reply = decider.erase(account.toString(), context);
      if (!(reply instanceof Reply.Accepted<?, ?, ?>)) {
        throw new IllegalStateException(
            "erasure of " + account + ": " + reply + " (expected: accepted)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
