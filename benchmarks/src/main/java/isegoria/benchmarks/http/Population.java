package isegoria.benchmarks.http;

import isegoria.benchmarks.ladder.Network;
import isegoria.tests.client.Api;
import isegoria.tests.client.Person;
import isegoria.tests.platform.Running;
import isegoria.tests.world.Imports;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * People with accounts and tokens, each of whom follows the same number of others. Those whom the
 * network calls active read; the others post, and read nothing until it is measured what a first
 * page takes.
 */
final class Population {
  private static final int AT_ONCE = 24;

  /** Of all, who read. */
  private static final double READERS_SHARE = 5.0 / 6;

  private final Person[] people;
  private final Network network;

  private Population(Person[] people, Network network) {
    this.people = people;
    this.network = network;
  }

  /** Enrols them, and waits until every service knows who follows whom. */
  static Population enrol(Running running, Api api, int people, int followed, long seed) {
    var names = IntStream.range(0, people).mapToObj(number -> "bench" + number).toList();
    var enrolled = new Person[people];
    try (var operator = new Api(running.door("account-0"), AT_ONCE)) {
      new Imports(operator, running.internalSecret(), AT_ONCE)
          .enrol(
              names,
              (place, one) ->
                  enrolled[place] = new Person(api, one.id(), names.get(place), one.token()));
    }
    var graph = new EvenGraph(people, followed, seed);
    var population = new Population(enrolled, new Network(graph, READERS_SHARE));
    population.follow(running);
    return population;
  }

  private void follow(Running running) {
    try (var to = new Follows(running)) {
      for (int one = 0; one < people.length; one++) {
        for (int other = one + 1; other < people.length; other++) {
          boolean oneFollows = network.follows(one, other);
          boolean otherFollows = network.follows(other, one);
          if (oneFollows || otherFollows) {
            to.between(id(one), id(other), oneFollows, otherFollows);
          }
        }
      }
    }
    Quiescence.await(running, "timeline-0", "feeds_follows{", value -> value >= network.edges());
    Quiescence.await(running);
  }

  private long id(int person) {
    return Long.parseLong(people[person].id());
  }

  Network network() {
    return network;
  }

  int size() {
    return people.length;
  }

  Person person(int number) {
    return people[number];
  }

  /** Those who have never read. */
  int[] idle() {
    return IntStream.range(0, people.length).filter(one -> !network.isActive(one)).toArray();
  }

  /** Another reader who follows the author. */
  int followerOf(int author, SplittableRandom random) {
    int[] followers =
        Arrays.stream(network.activeFollowersOf(author)).filter(one -> one != author).toArray();
    if (followers.length == 0) {
      throw new IllegalStateException("author " + author + " has no follower");
    }
    return followers[random.nextInt(followers.length)];
  }

  /** Active followers of one author on average, authors among their own readers left out. */
  double meanFanOut() {
    return Arrays.stream(network.active())
            .mapToLong(reader -> network.followedBy(reader).length - 1)
            .sum()
        / (double) people.length;
  }
}
