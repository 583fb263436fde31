package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.benchmarks.SocialGraph;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoadScheduleTest {
  private static final int POSTS = 1_000;

  private final Network network = new Network(new SocialGraph(500, 10, 0.3, 4), 0.5);

  @Test
  void every_rung_meets_the_same_people_in_the_same_order() {
    assertThat(authors(0, 7)).isEqualTo(authors(0, 7)).isNotEqualTo(authors(0, 8));
  }

  @Test
  void number_0_posts_as_often_as_was_asked() {
    assertThat(Arrays.stream(authors(20, 7)).filter(author -> author == LoadSchedule.GIANT).count())
        .isBetween(POSTS / 20L, POSTS / 20L + 10);
    assertThat(Arrays.stream(authors(0, 7)).filter(author -> author == LoadSchedule.GIANT).count())
        .isLessThan(10);
  }

  @Test
  void only_the_active_read() {
    var draws = new LoadSchedule(network, 0, 7);
    assertThat(IntStream.range(0, POSTS).map(_ -> draws.nextReader()).allMatch(network::isActive))
        .isTrue();
  }

  private int[] authors(int giantEvery, long seed) {
    var draws = new LoadSchedule(network, giantEvery, seed);
    return IntStream.range(0, POSTS).map(_ -> draws.nextAuthor()).toArray();
  }
}
