package isegoria.post.write.engagement;

import isegoria.events.AccountId;
import isegoria.post.write.Target;
import java.time.Instant;

/** What one account did with one post. */
public sealed interface EngagementEvent {

  /** It likes it. */
  record PostFavourited(AccountId actor, Target target, Mark mark) implements EngagementEvent {}

  /** The like ended. */
  record PostUnfavourited(Mark mark) implements EngagementEvent {}

  /** It shows it to its followers. */
  record PostBoosted(AccountId actor, Target target, Boosting boost) implements EngagementEvent {}

  /** The boost ended. */
  record PostUnboosted(Boosting boost) implements EngagementEvent {}

  /** It keeps it. */
  record PostBookmarked(AccountId actor, Target target, Mark mark) implements EngagementEvent {}

  /** The bookmark ended. */
  record PostUnbookmarked(Mark mark) implements EngagementEvent {}

  /** It wants no more notifications of the thread. */
  record ConversationMuted(AccountId actor, Target target, Instant at) implements EngagementEvent {}

  /** That ended. */
  record ConversationUnmuted() implements EngagementEvent {}
}
