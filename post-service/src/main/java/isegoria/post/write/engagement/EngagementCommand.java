package isegoria.post.write.engagement;

import isegoria.events.AccountId;
import isegoria.post.write.Target;
import isegoria.post.write.Visibility;
import java.time.Instant;

/** What one account may ask to do with one post. */
public sealed interface EngagementCommand {

  /** Like it. */
  record Favourite(AccountId actor, Target target, Mark mark) implements EngagementCommand {}

  /** Take the like back. */
  record Unfavourite() implements EngagementCommand {}

  /** Show it to one's followers. */
  record Boost(AccountId actor, Target target, Mark mark, Visibility visibility)
      implements EngagementCommand {}

  /** Take the boost back. */
  record Unboost() implements EngagementCommand {}

  /** Keep it for oneself. */
  record Bookmark(AccountId actor, Target target, Mark mark) implements EngagementCommand {}

  /** Keep it no longer. */
  record Unbookmark() implements EngagementCommand {}

  /** No more notifications of its thread; asked of the thread's first post. */
  record MuteConversation(AccountId actor, Target target, Instant at)
      implements EngagementCommand {}

  /** Notifications again. */
  record UnmuteConversation() implements EngagementCommand {}
}
