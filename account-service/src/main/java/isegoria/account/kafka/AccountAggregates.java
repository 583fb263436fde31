package isegoria.account.kafka;

import isegoria.account.policy.WhenFollowEndsThenLeaveLists;
import isegoria.account.policy.WhenMuteIsDueThenLapse;
import isegoria.account.policy.WhenNameClaimedThenOpenAccount;
import isegoria.account.write.account.Account;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.account.AccountCommand.Close;
import isegoria.account.write.account.AccountDecider;
import isegoria.account.write.account.AccountEvent;
import isegoria.account.write.account.AccountFacts;
import isegoria.account.write.account.AccountRejection;
import isegoria.account.write.account.CloseReason;
import isegoria.account.write.name.Name;
import isegoria.account.write.name.NameCommand;
import isegoria.account.write.name.NameDecider;
import isegoria.account.write.name.NameEvent;
import isegoria.account.write.name.NameRejection;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.Relationship;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.account.write.relationship.RelationshipDecider;
import isegoria.account.write.relationship.RelationshipEvent;
import isegoria.account.write.relationship.RelationshipFacts;
import isegoria.account.write.relationship.RelationshipRejection;
import isegoria.account.write.tag.FollowedTags;
import isegoria.account.write.tag.FollowedTagsCommand;
import isegoria.account.write.tag.FollowedTagsDecider;
import isegoria.account.write.tag.FollowedTagsEvent;
import isegoria.account.write.tag.FollowedTagsRejection;
import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.OnErasure.Remains;
import isegoria.eventsourcing.Policy;
import isegoria.eventsourcing.kafka.ServiceTopics;
import java.util.List;
import java.util.stream.Stream;

/** The aggregates of this service as the runtime knows them, and the topics they write. */
public record AccountAggregates(
    AggregateType<AccountCommand, Account, AccountEvent, AccountRejection> account,
    AggregateType<NameCommand, Name, NameEvent, NameRejection> name,
    AggregateType<RelationshipCommand, Relationship, RelationshipEvent, RelationshipRejection>
        relationship,
    AggregateType<FollowedTagsCommand, FollowedTags, FollowedTagsEvent, FollowedTagsRejection>
        followedTags,
    SettingsAggregates settings) {

  public static final ServiceTopics TOPICS =
      new ServiceTopics(
          "account",
          Topics.ACCOUNT_COMMANDS,
          Topics.ACCOUNT_DEAD_LETTERS,
          Topics.ACCOUNT_OUTCOMES,
          Topics.ACCOUNT_REPLIES,
          Topics.ACCOUNT_PROGRESS,
          Stream.concat(
                  Stream.of(
                      Topics.ACCOUNT_EVENTS,
                      Topics.ACCOUNT_PRIVATE_EVENTS,
                      Topics.ACCOUNT_STATES,
                      Topics.ACCOUNT_PRIVATE_STATES,
                      Topics.ACCOUNT_FOLLOWED_TAGS),
                  SettingsAggregates.PUBLISHED.stream())
              .toList());

  public static AccountAggregates with(WordsHash hash) {
    return new AccountAggregates(
        new AggregateType<>(
            "account",
            AccountDecider.ACCOUNT,
            AccountCommand.class,
            Account.class,
            AccountEvent.class,
            AccountRejection.class,
            new AccountCodec(hash),
            DueRule.nothing(),
            Policy.none(),
            (key, account) -> AccountFacts.of(account),
            new OnErasure.Erase<>(new Close(CloseReason.ERASED), AccountAggregates::closed)),
        new AggregateType<>(
            "name",
            NameDecider.NAME,
            NameCommand.class,
            Name.class,
            NameEvent.class,
            NameRejection.class,
            recorded -> List.of(),
            DueRule.nothing(),
            new WhenNameClaimedThenOpenAccount(),
            // A keyed hash, which is not given again.
            OnErasure.keep()),
        new AggregateType<>(
            "relationship",
            RelationshipDecider.RELATIONSHIP,
            RelationshipCommand.class,
            Relationship.class,
            RelationshipEvent.class,
            RelationshipRejection.class,
            new RelationshipCodec(),
            new WhenMuteIsDueThenLapse(),
            new WhenFollowEndsThenLeaveLists(),
            (key, relationship) -> RelationshipFacts.of(Pair.ofKey(key), relationship),
            // Its owner is the pair: http.Erasure walks the lists of both.
            OnErasure.keep()),
        new AggregateType<>(
            "followed-tags",
            FollowedTagsDecider.FOLLOWED_TAGS,
            FollowedTagsCommand.class,
            FollowedTags.class,
            FollowedTagsEvent.class,
            FollowedTagsRejection.class,
            new FollowedTagsCodec(),
            DueRule.nothing(),
            Policy.none(),
            OnErasure.erase(new FollowedTagsCommand.Erase(), key -> new FollowedTags(List.of()))),
        SettingsAggregates.all());
  }

  /** The other services learn of the end of an account that cannot be read as well. */
  private static Remains<Account, AccountEvent> closed(String key) {
    AccountId id = AccountId.of(Partitioning.ownerOf(key));
    return new Remains<>(
        new Account.Closed(CloseReason.ERASED),
        List.of(new AccountEvent.AccountClosed(id, "", "", CloseReason.ERASED)));
  }

  public List<AggregateType<?, ?, ?, ?>> all() {
    return Stream.concat(
            Stream.of(account, name, relationship, followedTags), settings.types().stream())
        .toList();
  }
}
