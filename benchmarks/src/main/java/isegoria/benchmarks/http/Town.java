package isegoria.benchmarks.http;

import isegoria.tests.client.Api;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import isegoria.tests.world.Imports;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * People with accounts and tokens, each of whom follows the same number of others; number 0 is
 * followed by a share of all.
 */
final class Town {
  private static final int AT_ONCE = 24;

  /** One in so many never reads, until it is measured what the first page takes. */
  private static final int COLD_SHARE = 5;

  private final Person[] people;
  private final boolean[][] follows;

  private Town(Person[] people, boolean[][] follows) {
    this.people = people;
    this.follows = follows;
  }

  /** Enrols them, and waits until every service knows who follows whom. */
  static Town enrol(
      Running running, Api api, int people, int followed, double topShare, long seed) {
    var names = IntStream.range(0, people).mapToObj(number -> "bench" + number).toList();
    var enrolled = new Person[people];
    try (var operator = new Api(running.door("account-0"), AT_ONCE)) {
      new Imports(operator, running.internalSecret(), AT_ONCE)
          .enrol(
              names,
              (place, one) ->
                  enrolled[place] = new Person(api, one.id(), names.get(place), one.token()));
    }
    var town = new Town(enrolled, edges(people, followed, topShare, new SplittableRandom(seed)));
    town.follow(running);
    return town;
  }

  private static boolean[][] edges(
      int people, int followed, double topShare, SplittableRandom random) {
    var follows = new boolean[people][people];
    for (int person = 0; person < people; person++) {
      int[] others = IntStream.range(1, people).toArray();
      for (int i = 0, found = 0; i < others.length && found < followed; i++) {
        int at = i + random.nextInt(others.length - i);
        int author = others[at];
        others[at] = others[i];
        if (author != person) {
          follows[person][author] = true;
          found++;
        }
      }
      follows[person][0] = person != 0 && random.nextDouble() < topShare;
    }
    return follows;
  }

  private void follow(Running running) {
    long edges = 0;
    try (var to = new Follows(running)) {
      for (int one = 0; one < people.length; one++) {
        for (int other = one + 1; other < people.length; other++) {
          if (follows[one][other] || follows[other][one]) {
            to.between(id(one), id(other), follows[one][other], follows[other][one]);
          }
        }
        edges += countOf(follows[one]);
      }
    }
    long wanted = edges;
    Settling.await(running, "timeline-0", "feeds_follows{", value -> value >= wanted);
    Settling.settle(running);
  }

  private static int countOf(boolean[] followed) {
    int count = 0;
    for (boolean each : followed) {
      count += each ? 1 : 0;
    }
    return count;
  }

  private long id(int person) {
    return Long.parseLong(people[person].id());
  }

  int size() {
    return people.length;
  }

  Person person(int number) {
    return people[number];
  }

  /** How many read, the first of all; the others post and never read. */
  int readers() {
    return people.length - people.length / COLD_SHARE;
  }

  /** Somebody who reads and follows the author. */
  int followerOf(int author, SplittableRandom random) {
    int from = random.nextInt(readers());
    for (int i = 0; i < readers(); i++) {
      int person = (from + i) % readers();
      if (follows[person][author]) {
        return person;
      }
    }
    throw new IllegalStateException("author " + author + " has no follower");
  }

  /** Followers of one author on average, number 0 apart. */
  double meanFanOut() {
    long sum = Arrays.stream(follows).mapToLong(each -> countOf(each) - (each[0] ? 1 : 0)).sum();
    return (double) sum / (people.length - 1);
  }

  int followersOf(int author) {
    return (int) Arrays.stream(follows).filter(each -> each[author]).count();
  }
}
