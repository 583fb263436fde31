package isegoria.account.config;

import isegoria.account.cassandra.AccountTables;
import isegoria.account.cassandra.FollowedTagTable;
import isegoria.account.cassandra.RelationshipTables;
import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.AccountWrite;
import isegoria.account.read.relationship.RelationshipProjection;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.AccountEvent.AccountClosed;
import isegoria.account.write.account.CloseReason;
import isegoria.account.write.name.Name;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.tag.FollowedTags;
import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.Verdict;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Each outcome to the rows of its aggregate type. */
final class OutcomeRows implements Projection {

  private final AccountTables accounts;
  private final RelationshipTables relationships;
  private final FollowedTagTable followedTags;
  private final SettingsRows settings;

  OutcomeRows(
      AccountTables accounts,
      RelationshipTables relationships,
      FollowedTagTable followedTags,
      SettingsRows settings) {
    this.accounts = accounts;
    this.relationships = relationships;
    this.followedTags = followedTags;
    this.settings = settings;
  }

  @Override
  public CompletionStage<?> apply(Outcome<?, ?, ?> outcome) {
    long micros = outcome.recordedMicros();
    return switch (outcome.state()) {
      case Account _ when outcome.verdict() == Verdict.FORGOTTEN ->
          forget(AccountId.of(Partitioning.ownerOf(outcome.key())), micros);
      case Account after ->
          accounts.apply(AccountProjection.on(after, events(outcome, AccountEvent.class)), micros);
      case Relationship after ->
          relationships.apply(
              RelationshipProjection.on(
                  Pair.ofKey(outcome.key()), after, events(outcome, RelationshipEvent.class)),
              micros);
      case FollowedTags after ->
          followedTags.put(AccountId.of(Partitioning.ownerOf(outcome.key())), after, micros);
      // Who holds a name is seen by the account that is opened with it.
      case Name _ -> CompletableFuture.completedFuture(null);
      default -> settings.apply(outcome);
    };
  }

  /** The names of an account that its decider could not read stand in its row still. */
  private CompletionStage<?> forget(AccountId id, long micros) {
    List<AccountWrite> rows =
        accounts.byId(id).stream()
            .map(row ->
                new AccountClosed(
                    id, row.username(), row.profile().displayName(), CloseReason.ERASED))
            .flatMap(fact ->
                AccountProjection.on(new Account.Closed(fact.because()), List.of(fact)).stream())
            .toList();
    return accounts.apply(rows, micros);
  }

  private static <E> List<E> events(Outcome<?, ?, ?> outcome, Class<E> type) {
    return outcome.events().stream().map(type::cast).toList();
  }
}
