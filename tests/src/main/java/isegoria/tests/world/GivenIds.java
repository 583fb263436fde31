package isegoria.tests.world;

import java.util.concurrent.atomic.AtomicLongArray;

/** The ids that the platform gave to the generator's posts and boosts, as they were returned. */
public final class GivenIds {
  private final AtomicLongArray posts;
  private final AtomicLongArray boosts;

  public GivenIds(int posts, int boosts) {
    this.posts = new AtomicLongArray(posts);
    this.boosts = new AtomicLongArray(boosts);
  }

  public void givePost(int post, long id) {
    give(posts, "post", post, id);
  }

  public void giveBoost(int boost, long id) {
    give(boosts, "boost", boost, id);
  }

  public long post(int post) {
    return given(posts, "post", post);
  }

  public long boost(int boost) {
    return given(boosts, "boost", boost);
  }

  private static void give(AtomicLongArray ids, String what, int number, long id) {
    long before = ids.getAndSet(number, id);
    if (before != 0 && before != id) {
      throw new IllegalStateException(
          "%s %d: id %d (expected: %d, as before)".formatted(what, number, id, before));
    }
  }

  private static long given(AtomicLongArray ids, String what, int number) {
    long id = ids.get(number);
    if (id == 0) {
      throw new IllegalStateException(what + " " + number + ": no id was given");
    }
    return id;
  }
}
