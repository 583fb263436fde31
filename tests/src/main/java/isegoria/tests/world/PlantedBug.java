package isegoria.tests.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A bug planted in the oracle's world: with it, a comparison must fail. */
public enum PlantedBug {
  /** Nothing is planted. */
  NONE,
  /** One follow of an author is missing. */
  DROP_FOLLOW,
  /** One deleted post of a followed account is still there. */
  KEEP_DELETED;

  /** By its name in an environment: {@code drop-follow}, {@code keep-deleted}. */
  public static PlantedBug named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The acts as the oracle is told them. */
  public List<Act> in(List<Act> acts) {
    return switch (this) {
      case NONE -> acts;
      case DROP_FOLLOW -> without(acts, visibleFollow(acts));
      case KEEP_DELETED -> without(acts, visibleDelete(acts));
    };
  }

  private static List<Act> without(List<Act> acts, Act dropped) {
    var rest = new ArrayList<>(acts);
    if (!rest.remove(dropped)) {
      throw new IllegalStateException("plant: " + dropped + " is not among the acts");
    }
    return rest;
  }

  /** A follow that stays, of an account with a public post that stays and is no reply. */
  private static Act visibleFollow(List<Act> acts) {
    Ledger world = after(acts);
    Set<Integer> seen = new HashSet<>();
    for (Ledger.Post post : world.posts()) {
      if (!post.deleted() && post.replyToAuthor() < 0 && post.audience().isForAll()) {
        seen.add(post.author());
      }
    }
    Map<Long, Integer> times = new HashMap<>();
    for (Act act : acts) {
      if (act instanceof Act.Follow follow) {
        times.merge(pairOf(follow), 1, Integer::sum);
      }
    }
    return acts.stream()
        .filter(Act.Follow.class::isInstance)
        .map(Act.Follow.class::cast)
        .filter(follow -> follow.languages().isEmpty() && seen.contains(follow.followed()))
        .filter(follow -> times.getOrDefault(pairOf(follow), 0) == 1)
        .filter(follow -> world.follows(follow.actor(), follow.followed()))
        .filter(follow -> !world.mutes(follow.actor(), follow.followed()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("plant: no follow that shows"));
  }

  /** The author sees their own posts, so any deleted one would show. */
  private static Act visibleDelete(List<Act> acts) {
    return acts.stream()
        .filter(Act.Delete.class::isInstance)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("plant: nothing is deleted"));
  }

  private static long pairOf(Act.Follow follow) {
    return Graph.pair(follow.actor(), follow.followed());
  }

  private static Ledger after(List<Act> acts) {
    var world = new Ledger();
    acts.forEach(world::apply);
    return world;
  }
}
