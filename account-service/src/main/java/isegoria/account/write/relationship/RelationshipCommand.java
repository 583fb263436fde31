package isegoria.account.write.relationship;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
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
  @StoredName("Follow")
  record Follow(AccountId by, AccountId to, FollowOptions options, Target target, Instant at)
      implements RelationshipCommand {}

  /** Ends a follow, or takes a request back. */
  @StoredName("Unfollow")
  record Unfollow(AccountId by, AccountId to) implements RelationshipCommand {}

  @StoredName("AcceptRequest")
  record AcceptRequest(AccountId by, AccountId to, Instant at) implements RelationshipCommand {}

  @StoredName("RejectRequest")
  record RejectRequest(AccountId by, AccountId to) implements RelationshipCommand {}

  @StoredName("RemoveFollower")
  record RemoveFollower(AccountId by, AccountId to) implements RelationshipCommand {}

  @StoredName("Block")
  record Block(AccountId by, AccountId to, Instant at) implements RelationshipCommand {}

  @StoredName("Unblock")
  record Unblock(AccountId by, AccountId to) implements RelationshipCommand {}

  @StoredName("Mute")
  record Mute(
      AccountId by, AccountId to, boolean notifications, @Nullable Instant until, Instant at)
      implements RelationshipCommand {}

  @StoredName("Unmute")
  record Unmute(AccountId by, AccountId to) implements RelationshipCommand {}

  /** Time's own: ends the mute that was to end then, and no later one. */
  @StoredName("LapseMute")
  record LapseMute(AccountId by, AccountId to, Instant until) implements RelationshipCommand {}

  /** The other account as the edge met it. */
  enum Target {
    OPEN,
    LOCKED,
    GONE
  }
}
