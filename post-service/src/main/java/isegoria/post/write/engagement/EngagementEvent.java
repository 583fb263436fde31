package isegoria.post.write.engagement;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import isegoria.post.write.Target;
import java.time.Instant;

/** What one account did with one post. */
public sealed interface EngagementEvent {

  /** It likes it. */
  @StoredName("PostFavourited")
  record PostFavourited(AccountId actor, Target target, Mark mark) implements EngagementEvent {}

  /** The like ended. */
  @StoredName("PostUnfavourited")
  record PostUnfavourited(Mark mark) implements EngagementEvent {}

  /** It shows it to its followers. */
  @StoredName("PostBoosted")
  record PostBoosted(AccountId actor, Target target, Boosting boost) implements EngagementEvent {}

  /** The boost ended. */
  @StoredName("PostUnboosted")
  record PostUnboosted(Boosting boost) implements EngagementEvent {}

  /** It keeps it. */
  @StoredName("PostBookmarked")
  record PostBookmarked(AccountId actor, Target target, Mark mark) implements EngagementEvent {}

  /** The bookmark ended. */
  @StoredName("PostUnbookmarked")
  record PostUnbookmarked(Mark mark) implements EngagementEvent {}

  /** It wants no more notifications of the thread. */
  @StoredName("ConversationMuted")
  record ConversationMuted(AccountId actor, Target target, Instant at) implements EngagementEvent {}

  /** That ended. */
  @StoredName("ConversationUnmuted")
  record ConversationUnmuted() implements EngagementEvent {}
}
