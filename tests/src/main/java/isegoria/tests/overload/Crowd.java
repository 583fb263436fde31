package isegoria.tests.overload;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import isegoria.tests.world.Imports;
import isegoria.tests.world.ParallelTasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** People who follow each other, and what one of them does next. */
final class Crowd {
  private static final int AT_ONCE_MAX = 8;
  private static final int FOLLOWED_EACH = 8;

  /** Likes go to what is new. */
  private static final int RECENT_POSTS = 256;

  /** Of ten requests: reading is what people do most. */
  private static final int PUBLISHED_OF_TEN = 2;

  private static final int FAVOURITED_OF_TEN = 2;

  private final List<Person> people;
  private final AtomicReferenceArray<String> recent = new AtomicReferenceArray<>(RECENT_POSTS);
  private final AtomicLong published = new AtomicLong();

  private Crowd(List<Person> people) {
    this.people = List.copyOf(people);
  }

  /** New people, each with a few whom they follow and one post. */
  static Crowd gather(Api api, Imports imports, int size) {
    String tag = "crowd" + System.currentTimeMillis() % 10_000_000 + "_";
    List<String> names = IntStream.range(0, size).mapToObj(number -> tag + number).toList();
    List<Person> people = Collections.synchronizedList(new ArrayList<>());
    imports.enrol(
        names,
        (place, enrolled) ->
            people.add(new Person(api, enrolled.id(), names.get(place), enrolled.token())));
    var crowd = new Crowd(people);
    ParallelTasks.run(
        size, AT_ONCE_MAX, each -> crowd.begin(each, Math.min(FOLLOWED_EACH, size - 1)));
    return crowd;
  }

  private void begin(int place, int followed) {
    Person person = people.get(place);
    for (int step = 1; step <= followed; step++) {
      person.follow(people.get((place + step) % people.size()));
    }
    published(person.publish("Hello").id());
  }

  /** Tells of a post that may be liked from now on. */
  void published(String post) {
    recent.set((int) (published.getAndIncrement() % RECENT_POSTS), post);
  }

  Step next(RandomGenerator random) {
    Person by = people.get(random.nextInt(people.size()));
    int kind = random.nextInt(10);
    if (kind < PUBLISHED_OF_TEN) {
      return new Step.Publish(by, by.publishing("Number " + random.nextLong(), "public", null));
    }
    if (kind < PUBLISHED_OF_TEN + FAVOURITED_OF_TEN) {
      String post = recent.get(random.nextInt((int) Math.min(published.get(), RECENT_POSTS)));
      Call favourite = Call.post("/api/v1/statuses/" + post + "/favourite").as(by.token());
      return new Step.Favourite(by, post, favourite);
    }
    return new Step.Home(by, Call.get("/api/v1/timelines/home?limit=20").as(by.token()));
  }
}
