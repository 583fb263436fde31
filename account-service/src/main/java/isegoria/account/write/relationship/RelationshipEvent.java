package isegoria.account.write.relationship;

import isegoria.events.AccountId;
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
  record AccountFollowed(
      AccountId from,
      AccountId to,
      FollowOptions options,
      Instant since,
      @Nullable Instant requestedAt)
      implements RelationshipEvent {}

  /** The follow that began then has ended. */
  record AccountUnfollowed(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  record FollowRequested(AccountId from, AccountId to, FollowOptions options, Instant since)
      implements RelationshipEvent {}

  record FollowRequestWithdrawn(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  record FollowRequestRejected(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  record FollowOptionsChanged(AccountId from, AccountId to, FollowOptions options)
      implements RelationshipEvent {}

  record AccountBlocked(AccountId from, AccountId to, Instant since) implements RelationshipEvent {}

  record AccountUnblocked(AccountId from, AccountId to, Instant since)
      implements RelationshipEvent {}

  record AccountMuted(
      AccountId from, AccountId to, boolean notifications, @Nullable Instant until, Instant since)
      implements RelationshipEvent {}

  record AccountUnmuted(AccountId from, AccountId to, Instant since) implements RelationshipEvent {}
}
