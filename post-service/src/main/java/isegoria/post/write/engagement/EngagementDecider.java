package isegoria.post.write.engagement;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.events.AccountId;
import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.post.write.Target;
import isegoria.post.write.Target.Reach;
import isegoria.post.write.Visibility;
import isegoria.post.write.engagement.Engagement.Engaged;
import isegoria.post.write.engagement.Engagement.Untouched;
import isegoria.post.write.engagement.EngagementCommand.Bookmark;
import isegoria.post.write.engagement.EngagementCommand.Boost;
import isegoria.post.write.engagement.EngagementCommand.Erase;
import isegoria.post.write.engagement.EngagementCommand.Favourite;
import isegoria.post.write.engagement.EngagementCommand.MuteConversation;
import isegoria.post.write.engagement.EngagementCommand.Unbookmark;
import isegoria.post.write.engagement.EngagementCommand.Unboost;
import isegoria.post.write.engagement.EngagementCommand.Unfavourite;
import isegoria.post.write.engagement.EngagementCommand.UnmuteConversation;
import isegoria.post.write.engagement.EngagementEvent.ConversationMuted;
import isegoria.post.write.engagement.EngagementEvent.ConversationUnmuted;
import isegoria.post.write.engagement.EngagementEvent.PostBookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostBoosted;
import isegoria.post.write.engagement.EngagementEvent.PostFavourited;
import isegoria.post.write.engagement.EngagementEvent.PostUnbookmarked;
import isegoria.post.write.engagement.EngagementEvent.PostUnboosted;
import isegoria.post.write.engagement.EngagementEvent.PostUnfavourited;
import isegoria.post.write.engagement.EngagementRejection.Blocked;
import isegoria.post.write.engagement.EngagementRejection.NoSuchPost;
import isegoria.post.write.engagement.EngagementRejection.NotBoostable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of favourites, boosts, bookmarks and muted threads. What is taken back may be taken
 * back whatever became of the post, so those commands carry no facts about it.
 */
public final class EngagementDecider {

  public static final Decider<EngagementCommand, Engagement, EngagementEvent, EngagementRejection>
      ENGAGEMENT =
          new Decider<>(new Untouched(), EngagementDecider::decide, EngagementDecider::evolve);

  private EngagementDecider() {}

  private record Asked(Engagement of, EngagementCommand to) {}

  static Decision<EngagementEvent, EngagementRejection> decide(
      Engagement engagement, EngagementCommand command) {
    return switch (new Asked(engagement, command)) {
      case Asked(Untouched _, Favourite to) when to.target().isOutOfReach() ->
          outOfReach(to.target());
      case Asked(Untouched _, Favourite to) -> favourited(to);
      case Asked(Untouched _, Unfavourite _) -> accept();
      case Asked(Untouched _, Boost to) when to.target().isOutOfReach() -> outOfReach(to.target());
      case Asked(Untouched _, Boost to) when !isBoostable(to) -> notBoostable(to);
      case Asked(Untouched _, Boost to) -> boosted(to);
      case Asked(Untouched _, Unboost _) -> accept();
      case Asked(Untouched _, Bookmark to) when to.target().isOutOfReach() ->
          outOfReach(to.target());
      case Asked(Untouched _, Bookmark to) -> bookmarked(to);
      case Asked(Untouched _, Unbookmark _) -> accept();
      case Asked(Untouched _, MuteConversation to) when to.target().isOutOfReach() ->
          outOfReach(to.target());
      case Asked(Untouched _, MuteConversation to) -> muted(to);
      case Asked(Untouched _, UnmuteConversation _) -> accept();
      case Asked(Untouched _, Erase _) -> accept();

      case Asked(Engaged of, Favourite _) when of.favourite() != null -> accept();
      case Asked(Engaged _, Favourite to) when to.target().isOutOfReach() ->
          outOfReach(to.target());
      case Asked(Engaged _, Favourite to) -> favourited(to);
      case Asked(Engaged of, Unfavourite _) ->
          of.favourite() == null ? accept() : accept(new PostUnfavourited(of.favourite()));
      case Asked(Engaged of, Boost _) when of.boost() != null -> accept();
      case Asked(Engaged _, Boost to) when to.target().isOutOfReach() -> outOfReach(to.target());
      case Asked(Engaged _, Boost to) when !isBoostable(to) -> notBoostable(to);
      case Asked(Engaged _, Boost to) -> boosted(to);
      case Asked(Engaged of, Unboost _) ->
          of.boost() == null ? accept() : accept(new PostUnboosted(of.boost()));
      case Asked(Engaged of, Bookmark _) when of.bookmark() != null -> accept();
      case Asked(Engaged _, Bookmark to) when to.target().isOutOfReach() -> outOfReach(to.target());
      case Asked(Engaged _, Bookmark to) -> bookmarked(to);
      case Asked(Engaged of, Unbookmark _) ->
          of.bookmark() == null ? accept() : accept(new PostUnbookmarked(of.bookmark()));
      case Asked(Engaged of, MuteConversation _) when of.conversationMutedAt() != null -> accept();
      case Asked(Engaged _, MuteConversation to) when to.target().isOutOfReach() ->
          outOfReach(to.target());
      case Asked(Engaged _, MuteConversation to) -> muted(to);
      case Asked(Engaged of, UnmuteConversation _) ->
          of.conversationMutedAt() == null ? accept() : accept(new ConversationUnmuted());
      case Asked(Engaged of, Erase _) -> accept(everythingTakenBack(of));
    };
  }

  private static List<EngagementEvent> everythingTakenBack(Engaged of) {
    List<EngagementEvent> events = new ArrayList<>();
    if (of.favourite() != null) {
      events.add(new PostUnfavourited(of.favourite()));
    }
    if (of.boost() != null) {
      events.add(new PostUnboosted(of.boost()));
    }
    if (of.bookmark() != null) {
      events.add(new PostUnbookmarked(of.bookmark()));
    }
    if (of.conversationMutedAt() != null) {
      events.add(new ConversationUnmuted());
    }
    return events;
  }

  /**
   * Any account may boost public and unlisted posts, the author alone private ones, no account
   * direct ones.
   */
  private static boolean isBoostable(Boost to) {
    return switch (to.target().visibility()) {
      case PUBLIC, UNLISTED -> to.visibility() != Visibility.DIRECT;
      case PRIVATE -> to.target().isBy(to.actor());
      case DIRECT -> false;
    };
  }

  private static Decision<EngagementEvent, EngagementRejection> notBoostable(Boost to) {
    return reject(new NotBoostable(to.target().visibility()));
  }

  private static Decision<EngagementEvent, EngagementRejection> outOfReach(Target target) {
    return reject(target.reach() == Reach.BLOCKED ? new Blocked() : new NoSuchPost());
  }

  private static Decision<EngagementEvent, EngagementRejection> favourited(Favourite to) {
    return accept(new PostFavourited(to.actor(), to.target(), to.mark()));
  }

  private static Decision<EngagementEvent, EngagementRejection> bookmarked(Bookmark to) {
    return accept(new PostBookmarked(to.actor(), to.target(), to.mark()));
  }

  private static Decision<EngagementEvent, EngagementRejection> muted(MuteConversation to) {
    return accept(new ConversationMuted(to.actor(), to.target(), to.at()));
  }

  /** A boost shows a post to no more people than the post itself is for. */
  private static Decision<EngagementEvent, EngagementRejection> boosted(Boost to) {
    Visibility shown =
        to.target().visibility() == Visibility.PRIVATE ? Visibility.PRIVATE : to.visibility();
    return accept(new PostBoosted(to.actor(), to.target(), new Boosting(to.mark(), shown)));
  }

  static Engagement evolve(Engagement engagement, EngagementEvent event) {
    return switch (event) {
      case PostFavourited e -> begun(engagement, e.actor(), e.target()).withFavourite(e.mark());
      case PostUnfavourited _ -> engaged(engagement).withFavourite(null);
      case PostBoosted e -> begun(engagement, e.actor(), e.target()).withBoost(e.boost());
      case PostUnboosted _ -> engaged(engagement).withBoost(null);
      case PostBookmarked e -> begun(engagement, e.actor(), e.target()).withBookmark(e.mark());
      case PostUnbookmarked _ -> engaged(engagement).withBookmark(null);
      case ConversationMuted e ->
          muted(engagement, e.actor(), e.target()).withConversationMutedAt(e.at());
      case ConversationUnmuted _ -> engaged(engagement).withConversationMutedAt(null);
    };
  }

  private static Engaged begun(Engagement engagement, AccountId actor, Target target) {
    return switch (engagement) {
      case Untouched _ -> Engaged.with(actor, target);
      case Engaged engaged -> engaged.about(target);
    };
  }

  /**
   * An account that mutes a thread need not see its first post: the known facts about that post
   * stay.
   */
  private static Engaged muted(Engagement engagement, AccountId actor, Target target) {
    return engagement instanceof Engaged engaged ? engaged : Engaged.with(actor, target);
  }

  private static Engaged engaged(Engagement engagement) {
    return switch (engagement) {
      case Untouched _ ->
          throw new IllegalStateException("engagement: Untouched (expected: Engaged)");
      case Engaged engaged -> engaged;
    };
  }
}
