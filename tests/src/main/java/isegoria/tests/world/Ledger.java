package isegoria.tests.world;

import isegoria.tests.world.Act.Audience;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The world after a list of acts: who follows, blocks and mutes whom, and what is posted. */
final class Ledger {
  private final Map<Long, Follow> follows = new HashMap<>();
  private final Set<Long> blocks = new HashSet<>();
  private final Set<Long> mutes = new HashSet<>();
  private final List<Post> posts = new ArrayList<>();
  private final List<Boost> boosts = new ArrayList<>();

  /** What a follow shows; no languages means all. */
  record Follow(boolean boosts, Set<String> languages) {}

  /** A post; {@code replyToAuthor} is the person answered, or -1. */
  record Post(
      int number,
      int author,
      Audience audience,
      int replyToAuthor,
      Set<Integer> mentions,
      String language,
      boolean deleted) {}

  record Boost(int number, int booster, int post, boolean undone) {}

  void apply(Act act) {
    switch (act) {
      case Act.Follow(int actor, int followed, boolean shown, List<String> languages) ->
          follows.put(Graph.pair(actor, followed), new Follow(shown, Set.copyOf(languages)));
      case Act.Unfollow(int actor, int followed) -> follows.remove(Graph.pair(actor, followed));
      case Act.Block(int actor, int blocked) -> {
        blocks.add(Graph.pair(actor, blocked));
        follows.remove(Graph.pair(actor, blocked));
        follows.remove(Graph.pair(blocked, actor));
      }
      case Act.Mute(int actor, int muted) -> mutes.add(Graph.pair(actor, muted));
      case Act.Publish publish -> {
        expectNext("post", publish.post(), posts.size());
        int answered =
            publish.replyTo() == Act.NO_POST ? -1 : posts.get(publish.replyTo()).author();
        posts.add(
            new Post(
                publish.post(),
                publish.actor(),
                publish.audience(),
                answered,
                Set.copyOf(publish.mentions()),
                publish.language(),
                false));
      }
      case Act.Edit _, Act.Favourite _ -> {}
      case Act.Delete(int _, int post) -> {
        Post of = posts.get(post);
        posts.set(
            post,
            new Post(
                post,
                of.author(),
                of.audience(),
                of.replyToAuthor(),
                of.mentions(),
                of.language(),
                true));
      }
      case Act.Boost(int actor, int boost, int post) -> {
        expectNext("boost", boost, boosts.size());
        boosts.add(new Boost(boost, actor, post, false));
      }
      case Act.Unboost(int actor, int boost, int post) ->
          boosts.set(boost, new Boost(boost, actor, post, true));
    }
  }

  private static void expectNext(String what, int number, int next) {
    if (number != next) {
      throw new IllegalArgumentException(
          "%s: number %d (expected: %d)".formatted(what, number, next));
    }
  }

  @Nullable Follow follow(int reader, int followed) {
    return follows.get(Graph.pair(reader, followed));
  }

  boolean follows(int reader, int followed) {
    return follow(reader, followed) != null;
  }

  /** Whether one of the two blocks the other. */
  boolean blockBetween(int one, int other) {
    return blocks.contains(Graph.pair(one, other)) || blocks.contains(Graph.pair(other, one));
  }

  boolean mutes(int reader, int muted) {
    return mutes.contains(Graph.pair(reader, muted));
  }

  List<Post> posts() {
    return posts;
  }

  List<Boost> boosts() {
    return boosts;
  }
}
