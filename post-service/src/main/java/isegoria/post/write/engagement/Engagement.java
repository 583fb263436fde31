package isegoria.post.write.engagement;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.eventsourcing.StoredName;
import isegoria.post.write.Target;
import isegoria.post.write.Visibility;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one account stands to one post. */
public sealed interface Engagement {

  /** It never did anything with it. */
  @StoredName("Untouched")
  record Untouched() implements Engagement {}

  /** It did something, which may all be taken back by now. */
  @StoredName("Engaged")
  record Engaged(
      AccountId actor,
      PostId post,
      AccountId author,
      Visibility visibility,
      PostId conversation,
      @Nullable Mark favourite,
      @Nullable Mark bookmark,
      @Nullable Boosting boost,
      @Nullable Instant conversationMutedAt)
      implements Engagement {

    static Engaged with(AccountId actor, Target target) {
      return new Engaged(
          actor,
          target.post(),
          target.author(),
          target.visibility(),
          target.conversation(),
          null,
          null,
          null,
          null);
    }

    /** With what is known of the post by now: a thread may have been muted without seeing it. */
    Engaged about(Target target) {
      return new Engaged(
          actor,
          post,
          target.author(),
          target.visibility(),
          target.conversation(),
          favourite,
          bookmark,
          boost,
          conversationMutedAt);
    }

    Engaged withFavourite(@Nullable Mark next) {
      return new Engaged(
          actor,
          post,
          author,
          visibility,
          conversation,
          next,
          bookmark,
          boost,
          conversationMutedAt);
    }

    Engaged withBookmark(@Nullable Mark next) {
      return new Engaged(
          actor,
          post,
          author,
          visibility,
          conversation,
          favourite,
          next,
          boost,
          conversationMutedAt);
    }

    Engaged withBoost(@Nullable Boosting next) {
      return new Engaged(
          actor,
          post,
          author,
          visibility,
          conversation,
          favourite,
          bookmark,
          next,
          conversationMutedAt);
    }

    Engaged withConversationMutedAt(@Nullable Instant next) {
      return new Engaged(
          actor, post, author, visibility, conversation, favourite, bookmark, boost, next);
    }

    /** Whether everything is taken back. */
    public boolean isBare() {
      return favourite == null && bookmark == null && boost == null && conversationMutedAt == null;
    }
  }
}
