package isegoria.account.write.relationship;

import isegoria.events.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one account may ask of its relationship to another: {@code by} asks, {@code to} is met. */
public sealed interface RelationshipCommand {

  AccountId by();

  AccountId to();

  /**
   * Follows, or asks to; repeated, it changes the options.
   *
   * @param target what the edge knew of the other account: it is no fact of this aggregate
   */
  record Follow(AccountId by, AccountId to, FollowOptions options, Target target, Instant at)
      implements RelationshipCommand {}

  /** Ends a follow, or takes a request back. */
  record Unfollow(AccountId by, AccountId to) implements RelationshipCommand {}

  record AcceptRequest(AccountId by, AccountId to, Instant at) implements RelationshipCommand {}

  record RejectRequest(AccountId by, AccountId to) implements RelationshipCommand {}

  record RemoveFollower(AccountId by, AccountId to) implements RelationshipCommand {}

  record Block(AccountId by, AccountId to, Instant at) implements RelationshipCommand {}

  record Unblock(AccountId by, AccountId to) implements RelationshipCommand {}

  record Mute(
      AccountId by, AccountId to, boolean notifications, @Nullable Instant until, Instant at)
      implements RelationshipCommand {}

  record Unmute(AccountId by, AccountId to) implements RelationshipCommand {}

  /** Time's own: ends the mute that was to end then, and no later one. */
  record LapseMute(AccountId by, AccountId to, Instant until) implements RelationshipCommand {}

  /** The other account as the edge met it. */
  enum Target {
    OPEN,
    LOCKED,
    GONE
  }
}
