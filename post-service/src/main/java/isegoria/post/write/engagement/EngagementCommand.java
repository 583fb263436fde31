package isegoria.post.write.engagement;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import isegoria.post.write.Target;
import isegoria.post.write.Visibility;
import java.time.Instant;

/** What one account may ask to do with one post. */
public sealed interface EngagementCommand {

  /** Like it. */
  @StoredName("Favourite")
  record Favourite(AccountId actor, Target target, Mark mark) implements EngagementCommand {}

  /** Take the like back. */
  @StoredName("Unfavourite")
  record Unfavourite() implements EngagementCommand {}

  /** Show it to one's followers. */
  @StoredName("Boost")
  record Boost(AccountId actor, Target target, Mark mark, Visibility visibility)
      implements EngagementCommand {}

  /** Take the boost back. */
  @StoredName("Unboost")
  record Unboost() implements EngagementCommand {}

  /** Keep it for oneself. */
  @StoredName("Bookmark")
  record Bookmark(AccountId actor, Target target, Mark mark) implements EngagementCommand {}

  /** Keep it no longer. */
  @StoredName("Unbookmark")
  record Unbookmark() implements EngagementCommand {}

  /** No more notifications of its thread; asked of the thread's first post. */
  @StoredName("MuteConversation")
  record MuteConversation(AccountId actor, Target target, Instant at)
      implements EngagementCommand {}

  /** Notifications again. */
  @StoredName("UnmuteConversation")
  record UnmuteConversation() implements EngagementCommand {}

  /** Its actor is erased: everything is taken back. */
  @StoredName("Erase")
  record Erase() implements EngagementCommand {}
}
