package isegoria.tests.survivor;

import isegoria.tests.client.App;
import isegoria.tests.client.Person;
import isegoria.tests.world.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** People who each follow the next few, and what they have posted: a home follows from that. */
final class Circle {
  private static final int FOLLOWED = 5;

  private final List<Person> people;
  private final List<Post> posts = new ArrayList<>();
  private long settledUpTo;

  private record Post(long id, int author) {}

  private Circle(List<Person> people) {
    this.people = people;
  }

  static Circle signUp(App app, int count, Function<String, String> freshName) {
    List<Person> people =
        IntStream.range(0, count).mapToObj(_ -> app.signUp(freshName.apply("circle"))).toList();
    for (int person = 0; person < count; person++) {
      for (int next = 1; next <= FOLLOWED; next++) {
        people.get(person).follow(people.get((person + next) % count));
      }
    }
    return new Circle(people);
  }

  int size() {
    return people.size();
  }

  Person person(int number) {
    return people.get(number);
  }

  /** A follower of the author. */
  Person followerOf(int author) {
    return people.get((author + people.size() - 1) % people.size());
  }

  synchronized void posted(int author, String id) {
    posts.add(new Post(Long.parseLong(id), author));
  }

  /** Every instance has had what was posted before, and has to show it from now on. */
  synchronized void settle() {
    settledUpTo = posts.stream().mapToLong(Post::id).max().orElse(0);
  }

  /**
   * Whether a home's first page lacks nothing that is settled: newer posts may stand on it or not,
   * in whatever number, but behind them come all the settled ones that still fit.
   */
  synchronized boolean isWhole(int reader, List<Long> page, long settled, int limit) {
    List<Long> newer = page.stream().filter(id -> id > settled).toList();
    List<Long> wanted =
        expected(reader).stream().filter(id -> id <= settled).limit(limit - newer.size()).toList();
    return page.subList(newer.size(), page.size()).equals(wanted);
  }

  synchronized long settled() {
    return settledUpTo;
  }

  /** Every home to its last page, held against who posted and who follows whom. */
  Comparison compare() {
    var comparison = new Comparison();
    for (int reader = 0; reader < people.size(); reader++) {
      List<Long> found = people.get(reader).homeIds().stream().map(Long::valueOf).toList();
      boolean _ = comparison.add(expected(reader), found);
    }
    return comparison;
  }

  private synchronized List<Long> expected(int reader) {
    return posts.stream()
        .filter(post -> (post.author() - reader + people.size()) % people.size() <= FOLLOWED)
        .map(Post::id)
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
