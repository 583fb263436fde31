package isegoria.account.write.relationship;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen between two accounts, always from one towards the other. */
public sealed interface RelationshipEvent {

  AccountId from();

  AccountId to();

  /**
   * A follow began.
   *
   * @param requestedAt when it had been asked for, if it had: that request is answered
   */
  @StoredName("AccountFollowed")
  record AccountFollowed(
      AccountId from,
      AccountId to,
      FollowOptions options,
      Instant since,
      @Nullable Instant requestedAt)
      implements RelationshipEvent {}

  /** The follow that began then has ended. */
  @StoredName("AccountUnfollowed")
  record AccountUnfollowed(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  @StoredName("FollowRequested")
  record FollowRequested(AccountId from, AccountId to, FollowOptions options, Instant since)
      implements RelationshipEvent {}

  @StoredName("FollowRequestWithdrawn")
  record FollowRequestWithdrawn(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  @StoredName("FollowRequestRejected")
  record FollowRequestRejected(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  @StoredName("FollowOptionsChanged")
  record FollowOptionsChanged(AccountId from, AccountId to, FollowOptions options)
      implements RelationshipEvent {}

  @StoredName("AccountBlocked")
  record AccountBlocked(AccountId from, AccountId to, Instant since) implements RelationshipEvent {}

  @StoredName("AccountUnblocked")
  record AccountUnblocked(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  @StoredName("AccountMuted")
  record AccountMuted(
      AccountId from, AccountId to, boolean notifications, @Nullable Instant until, Instant since)
      implements RelationshipEvent {}

  @StoredName("AccountUnmuted")
  record AccountUnmuted(AccountId from, AccountId to, Instant since) implements RelationshipEvent {}
}
