package isegoria.post.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.AccountCounts;
import isegoria.events.account.AccountState;
import isegoria.events.account.MuteState;
import isegoria.events.account.RelationshipSide;
import isegoria.events.account.RelationshipState;
import isegoria.post.read.account.AccountNumbers;
import isegoria.post.read.account.AccountRow;
import isegoria.post.read.account.AccountRow.FieldRow;
import isegoria.post.read.relationship.Relationship;

/** What this service reads of accounts: profiles, how they stand to each other, their numbers. */
final class AccountCodec {

  private final AvroReader<AccountState> states =
      AvroReader.of(Topics.ACCOUNT_STATES, AccountState.class);
  private final AvroReader<RelationshipState> relationships =
      AvroReader.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class);
  private final AvroReader<AccountCounts> counts =
      AvroReader.of(Topics.ACCOUNT_COUNTS, AccountCounts.class);

  /** How two accounts stand to each other, by side. */
  record Pair(Relationship ofLow, Relationship ofHigh) {

    static final Pair NOTHING = new Pair(Relationship.STRANGERS, Relationship.STRANGERS);
  }

  /** What an account has gathered. */
  record Counted(AccountId account, AccountNumbers numbers) {}

  AccountRow account(byte[] bytes) {
    AccountState state = states.decode(bytes);
    return new AccountRow(
        AccountId.of(state.getAccountId()),
        state.getUsername(),
        state.getDisplayName(),
        state.getNote(),
        state.getFields().stream()
            .map(field -> new FieldRow(field.getName(), field.getValue()))
            .toList(),
        state.getAvatar(),
        state.getHeader(),
        state.getLocked(),
        state.getBot(),
        state.getDiscoverable(),
        state.getIndexable(),
        state.getHideCollections(),
        state.getCreatedAt());
  }

  Pair pair(byte[] bytes) {
    RelationshipState state = relationships.decode(bytes);
    return new Pair(
        relationship(state.getLow(), state.getHigh()),
        relationship(state.getHigh(), state.getLow()));
  }

  private static Relationship relationship(RelationshipSide viewer, RelationshipSide other) {
    MuteState mute = viewer.getMute();
    return new Relationship(
        viewer.getFollow() != null,
        viewer.getBlockedAt() != null,
        other.getBlockedAt() != null,
        mute != null,
        mute == null ? null : mute.getUntil());
  }

  Counted counts(byte[] bytes) {
    AccountCounts of = counts.decode(bytes);
    return new Counted(
        AccountId.of(of.getAccountId()),
        new AccountNumbers(
            of.getPosts(), of.getLastPostAt(), of.getFollowers(), of.getFollowing()));
  }
}
