package isegoria.tests.live;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * People who follow, post, boost, favourite, edit, delete, block and mute at random.
 *
 * <p>What a client that shows a stream cannot know by itself is left out: no one follows later on,
 * what is favourited or boosted is not deleted, and who blocks or mutes whom had nothing of theirs
 * notified before.
 */
final class Crowd {
  private static final int FOLLOWED = 6;
  private static final int LISTED = 3;
  private static final long PACE_NANOS = 30_000_000;

  /**
   * Of whom one hides another in the middle of a run, by their distance: no other act joins them.
   */
  private static final int APART = 5;

  /** Until every instance knows of a block: posts come to it by another topic. */
  private static final long KNOWN_MILLIS = 1_000;

  private final List<Person> people;
  private final SplittableRandom random;
  private final Map<Integer, String> lists = new ConcurrentHashMap<>();
  private final Map<Integer, Map<String, Long>> hidden = new ConcurrentHashMap<>();
  private final List<Posted> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();
  private volatile boolean calm;

  /** A post that stands. */
  private record Posted(int author, String id, int number) {

    /** Such a post is edited or deleted, and not boosted or favourited. */
    boolean isPassing() {
      return Crowd.isPassing(number);
    }
  }

  private static boolean isPassing(int number) {
    return number % 3 == 0;
  }

  Crowd(List<Person> people, long seed) {
    this.people = people;
    this.random = new SplittableRandom(seed);
  }

  /** Everybody follows a few of those after them; every second has a list, of which some hide. */
  void follow() {
    for (int person = 0; person < people.size(); person++) {
      for (int next = 1; next <= FOLLOWED; next++) {
        people.get(person).follow(people.get(at(person + next)));
      }
      if (person % 2 == 0) {
        list(person);
      }
    }
  }

  private void list(int owner) {
    String id =
        people
            .get(owner)
            .post("/api/v1/lists", Map.of("title", "Some", "exclusive", owner % 4 == 0))
            .id();
    List<String> members = new ArrayList<>();
    for (int next = 1; next <= LISTED; next++) {
      members.add(people.get(at(owner + next)).id());
    }
    people.get(owner).post("/api/v1/lists/" + id + "/accounts", Map.of("account_ids", members));
    lists.put(owner, id);
  }

  private int at(int number) {
    return Math.floorMod(number, people.size());
  }

  @Nullable String listOf(int person) {
    return lists.get(person);
  }

  /** The accounts of which a person is shown nothing, and since when, in milliseconds. */
  Map<String, Long> hiddenSince(int person) {
    return hidden.getOrDefault(person, Map.of());
  }

  /** While it is calm, people only post. */
  void calm(boolean isCalm) {
    calm = isCalm;
  }

  /** One of several writers acts until then; how often it did. */
  int actUntil(long endNanos, int writer, int writers) {
    SplittableRandom own;
    synchronized (random) {
      own = random.split();
    }
    int acts = 0;
    while (System.nanoTime() < endNanos) {
      int person = own.nextInt(people.size() / writers) * writers + writer;
      act(person, calm ? 0 : own.nextInt(100), own);
      acts++;
      LockSupport.parkNanos(PACE_NANOS);
    }
    return acts;
  }

  private void act(int person, int kind, SplittableRandom own) {
    if (kind < 50) {
      publish(person, own);
    } else if (kind < 65) {
      Posted post = some(person, false, own);
      if (post != null) {
        people.get(person).favourite(post.id());
      }
    } else if (kind < 80) {
      Posted post = some(person, false, own);
      if (post != null) {
        people.get(person).boost(post.id());
      }
    } else if (kind < 88) {
      changeOwn(person, own, true);
    } else if (kind < 96) {
      changeOwn(person, own, false);
    } else {
      hide(person, own.nextBoolean());
    }
  }

  private void publish(int person, SplittableRandom own) {
    Person author = people.get(person);
    int next = number.incrementAndGet();
    String visibility = List.of("public", "unlisted", "private").get(own.nextInt(3));
    // Of those nearby, who follow or are followed, and are never hidden from each other.
    Person near = people.get(at(person + 1 + own.nextInt(APART - 1)));
    boolean mentions = own.nextInt(6) == 0 && !isPassing(next);
    String text = mentions ? "Post " + next + " @" + near.name() : "Post " + next;
    Call call = author.publishing(text, visibility, null).key("live-" + author.id() + "-" + next);
    String id = author.api().known(call, Api.PATIENCE).expect(200).id();
    if (!visibility.equals("private")) {
      posts.add(new Posted(person, id, next));
    }
  }

  /**
   * A post by another person with whom this one has no quarrel; null where a few looks find none.
   */
  private @Nullable Posted some(int person, boolean passing, SplittableRandom own) {
    for (int tries = 0; tries < 20 && !posts.isEmpty(); tries++) {
      Posted post = posts.get(own.nextInt(posts.size()));
      int distance = Math.abs(post.author() - person);
      boolean isNear = distance > 0 && distance < APART;
      if (isNear && post.isPassing() == passing) {
        return post;
      }
    }
    return null;
  }

  private void changeOwn(int person, SplittableRandom own, boolean edit) {
    List<Posted> mine =
        posts.stream().filter(post -> post.author() == person && post.isPassing()).toList();
    if (mine.isEmpty()) {
      return;
    }
    Posted post = mine.get(own.nextInt(mine.size()));
    if (edit) {
      people.get(person).edit(post.id(), "Post " + post.number() + " once more, " + own.nextInt());
    } else if (posts.remove(post)) {
      people.get(person).delete(post.id());
    }
  }

  /** Blocks or mutes one who is followed; what that one posts from then on must not come. */
  private void hide(int person, boolean block) {
    int other = at(person + APART);
    if (hiddenSince(person).containsKey(people.get(other).id())) {
      return;
    }
    String act = block ? "block" : "mute";
    people.get(person).post("/api/v1/accounts/" + people.get(other).id() + "/" + act);
    long since = System.currentTimeMillis() + KNOWN_MILLIS;
    hideFrom(person, other, since);
    if (block) {
      hideFrom(other, person, since);
    }
  }

  private void hideFrom(int person, int other, long since) {
    hidden
        .computeIfAbsent(person, _ -> new ConcurrentHashMap<>())
        .putIfAbsent(people.get(other).id(), since);
  }
}
