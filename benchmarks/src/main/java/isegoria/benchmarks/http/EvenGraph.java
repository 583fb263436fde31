package isegoria.benchmarks.http;

import isegoria.benchmarks.FollowGraph;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Everybody follows the same number of others, drawn evenly. */
record EvenGraph(int people, int followed, long seed) implements FollowGraph {
  EvenGraph {
    if (followed >= people) {
      throw new IllegalArgumentException(
          "followed: %d (expected: fewer than %d people)".formatted(followed, people));
    }
  }

  @Override
  public int[] followedBy(int person) {
    var random = new SplittableRandom(seed * 1_000_003 + person);
    int[] others = IntStream.range(0, people).filter(other -> other != person).toArray();
    for (int i = 0; i < followed; i++) {
      int at = i + random.nextInt(others.length - i);
      int author = others[at];
      others[at] = others[i];
      others[i] = author;
    }
    return Arrays.copyOf(others, followed);
  }
}
