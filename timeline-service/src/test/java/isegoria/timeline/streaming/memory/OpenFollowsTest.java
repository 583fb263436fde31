package isegoria.timeline.streaming.memory;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import java.time.Clock;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class OpenFollowsTest {

  private static final int PEOPLE = 8;

  private final RelationGraph graph = new RelationGraph(Clock.systemUTC());
  private final OpenFollows follows = new OpenFollows(graph);

  private void set(Relation relation) {
    graph.set(relation);
    follows.related(relation);
  }

  private Set<Long> homes(long author) {
    var found = new TreeSet<Long>();
    follows.forEachHome(author, found::add);
    return found;
  }

  @Test
  void an_open_home_is_found_by_whom_it_follows_whatever_came_first() {
    var random = new SplittableRandom(3);
    var streams = new int[PEOPLE + 1];
    for (int step = 0; step < 3_000; step++) {
      long low = random.nextLong(1, PEOPLE);
      long high = random.nextLong(low + 1, PEOPLE + 1);
      int account = random.nextInt(1, PEOPLE + 1);
      switch (random.nextInt(4)) {
        case 0 -> {
          follows.opened(account);
          streams[account]++;
        }
        case 1 -> {
          if (streams[account] > 0) {
            follows.closed(account);
            streams[account]--;
          }
        }
        default -> set(new Relation(low, high, side(random), side(random)));
      }
      for (long author = 1; author <= PEOPLE; author++) {
        assertThat(homes(author)).isEqualTo(expected(author, streams));
      }
    }
  }

  private Set<Long> expected(long author, int[] streams) {
    var expected = new TreeSet<Long>();
    for (long each = 1; each <= PEOPLE; each++) {
      boolean isTold = each == author || graph.reader(each).follows(author);
      if (streams[(int) each] > 0 && isTold) {
        expected.add(each);
      }
    }
    return expected;
  }

  private static Side side(SplittableRandom random) {
    return random.nextBoolean() ? Side.following(Follow.WHOLE) : Side.NOTHING;
  }
}
