package isegoria.tests.world;

import java.util.List;

/** What a person does. People, posts and boosts go by the generator's own numbers. */
public sealed interface Act {
  /** Who does it. */
  int actor();

  /** Follows, or changes what the follow shows; no languages means all. */
  record Follow(int actor, int followed, boolean boosts, List<String> languages) implements Act {
    public Follow {
      languages = List.copyOf(languages);
    }
  }

  record Unfollow(int actor, int followed) implements Act {}

  record Block(int actor, int blocked) implements Act {}

  record Mute(int actor, int muted) implements Act {}

  /** Posts; {@code replyTo} is a post's number or {@link #NO_POST}. */
  record Publish(
      int actor,
      int post,
      String text,
      Audience audience,
      int replyTo,
      List<Integer> mentions,
      String language)
      implements Act {
    public Publish {
      mentions = List.copyOf(mentions);
    }
  }

  record Edit(int actor, int post, String text) implements Act {}

  record Delete(int actor, int post) implements Act {}

  record Boost(int actor, int boost, int post) implements Act {}

  record Unboost(int actor, int boost, int post) implements Act {}

  record Favourite(int actor, int post) implements Act {}

  /** For whom a post is. */
  enum Audience {
    PUBLIC,
    UNLISTED,
    PRIVATE,
    DIRECT;

    /** As the client API says it. */
    String visibility() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isForAll() {
      return this == PUBLIC || this == UNLISTED;
    }
  }

  /** The number of no post. */
  int NO_POST = -1;
}
