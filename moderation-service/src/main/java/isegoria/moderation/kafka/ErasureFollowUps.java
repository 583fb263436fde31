package isegoria.moderation.kafka;

import isegoria.api.paging.Page;
import isegoria.events.AccountId;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.wire.Reply;
import isegoria.moderation.policy.WhenAccountErasedThenForget;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Sends the commands that follow from an account's erasure. It fails when a reply is missing, so
 * that the record of the erasure is read again; the same commands then change nothing.
 */
public final class ErasureFollowUps implements Function<AccountId, CompletionStage<?>> {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

  private final Commands commands;
  private final ModerationAggregates aggregates;
  private final ListingTable listings;

  public ErasureFollowUps(
      Commands commands, ModerationAggregates aggregates, ListingTable listings) {
    this.commands = commands;
    this.aggregates = aggregates;
    this.listings = listings;
  }

  @Override
  public CompletionStage<?> apply(AccountId erased) {
    return CompletableFuture.runAsync(() -> forget(erased), THREADS);
  }

  private void forget(AccountId erased) {
    for (FollowUp followUp :
        WhenAccountErasedThenForget.on(
            erased,
            listings.walk(Scope.reportsBy(erased), Page.first(Integer.MAX_VALUE)),
            listings.walk(Scope.sanctionsOn(erased), Page.first(Integer.MAX_VALUE)))) {
      for (AggregateType<?, ?, ?, ?> aggregateType : aggregates.all()) {
        if (aggregateType.name().equals(followUp.aggregateType())) {
          ask(aggregateType, followUp);
        }
      }
    }
  }

  private <C> void ask(AggregateType<C, ?, ?, ?> aggregateType, FollowUp followUp) {
    C command = aggregateType.command().cast(followUp.command());
    try {
      switch (commands.ask(aggregateType, followUp.key(), command, context(followUp.key()))) {
        case Reply.Accepted<?, ?, ?> _, Reply.Rejected<?, ?, ?> _ -> {}
        case Reply.Unknown<?, ?, ?> _,
            Reply.TooLate<?, ?, ?> _,
            Reply.TooLarge<?, ?, ?> _,
            Reply.Unavailable<?, ?, ?> _,
            Reply.Quarantined<?, ?, ?> _ ->
            throw new IllegalStateException(
                followUp.aggregateType() + ": not forgotten yet (expected: an answer)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static CommandContext context(String key) {
    String id =
        UUID.nameUUIDFromBytes(("erase " + key).getBytes(StandardCharsets.UTF_8)).toString();
    return new CommandContext(id, /* repeatable= */ true, "", "", Instant.now(), PATIENCE);
  }
}
