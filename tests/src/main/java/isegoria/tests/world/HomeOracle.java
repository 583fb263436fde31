package isegoria.tests.world;

import isegoria.tests.world.Act.Audience;
import isegoria.tests.world.Ledger.Boost;
import isegoria.tests.world.Ledger.Follow;
import isegoria.tests.world.Ledger.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What every home feed must show, by brute force: every entry of the world is held against the
 * definition, for every reader.
 *
 * <p>It exists so that the platform's caches can be checked against something that has none.
 */
public final class HomeOracle {
  /** Entries after a boost that may not show the same post. */
  private static final int BOOST_WINDOW = 40;

  private final Ledger world;
  private final List<Entry> newestFirst = new ArrayList<>();

  /** A post, or a boost of it; {@code actor} is who posted or boosted. */
  private record Entry(long id, int actor, Post shown, boolean boost) {}

  HomeOracle(Ledger world, GivenIds ids) {
    this.world = world;
    for (Post post : world.posts()) {
      if (!post.deleted()) {
        newestFirst.add(new Entry(ids.post(post.number()), post.author(), post, false));
      }
    }
    for (Boost boost : world.boosts()) {
      Post shown = world.posts().get(boost.post());
      if (!boost.undone() && !shown.deleted()) {
        newestFirst.add(new Entry(ids.boost(boost.number()), boost.booster(), shown, true));
      }
    }
    newestFirst.sort(Comparator.comparingLong(Entry::id).reversed());
  }

  /** The world after these acts. */
  public static HomeOracle of(Iterable<Act> acts, GivenIds ids) {
    var world = new Ledger();
    acts.forEach(world::apply);
    return new HomeOracle(world, ids);
  }

  /** The ids of a reader's whole home, newest first. */
  public List<Long> home(int reader) {
    List<Entry> entries = newestFirst.stream().filter(entry -> belongs(entry, reader)).toList();
    var shown = new ArrayList<Long>(entries.size());
    for (int at = 0; at < entries.size(); at++) {
      if (!repeats(entries, at)) {
        shown.add(entries.get(at).id());
      }
    }
    return shown;
  }

  private boolean belongs(Entry entry, int reader) {
    if (isHidden(reader, entry.shown().author())) {
      return false;
    }
    if (entry.actor() == reader) {
      return true;
    }
    Follow follow = world.follow(reader, entry.actor());
    if (follow == null || isHidden(reader, entry.actor())) {
      return false;
    }
    if (entry.boost()) {
      return follow.boosts();
    }
    return speaks(follow, entry.shown())
        && maySee(reader, entry.shown())
        && concerns(reader, entry.shown());
  }

  private boolean isHidden(int reader, int other) {
    return world.blockBetween(reader, other) || world.mutes(reader, other);
  }

  private static boolean speaks(Follow follow, Post post) {
    return follow.languages().isEmpty() || follow.languages().contains(post.language());
  }

  /** Of a post by a followed account. */
  private static boolean maySee(int reader, Post post) {
    return post.audience() != Audience.DIRECT || post.mentions().contains(reader);
  }

  private boolean concerns(int reader, Post post) {
    int answered = post.replyToAuthor();
    return answered < 0
        || answered == reader
        || answered == post.author()
        || world.follows(reader, answered);
  }

  private static boolean repeats(List<Entry> entries, int at) {
    Entry entry = entries.get(at);
    return entry.boost()
        && entries.stream()
            .skip(at + 1L)
            .limit(BOOST_WINDOW)
            .anyMatch(older -> older.shown().number() == entry.shown().number());
  }
}
