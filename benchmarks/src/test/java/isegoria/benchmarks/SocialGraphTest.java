package isegoria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SocialGraphTest {
  private final SocialGraph graph = new SocialGraph(10_000, 100, 0.22, 7);

  @Test
  void the_same_seed_makes_the_same_graph() {
    var again = new SocialGraph(10_000, 100, 0.22, 7);
    var other = new SocialGraph(10_000, 100, 0.22, 8);
    assertThat(graph.followedBy(5)).isEqualTo(again.followedBy(5));
    assertThat(graph.followedBy(5)).isNotEqualTo(other.followedBy(5));
  }

  @Test
  void nobody_follows_anybody_twice_or_themselves() {
    for (int person = 0; person < 200; person++) {
      int[] followed = graph.followedBy(person);
      assertThat(followed).doesNotHaveDuplicates().doesNotContain(person);
      assertThat(Arrays.stream(followed)).allMatch(author -> author >= 0 && author < 10_000);
    }
  }

  @Test
  void it_is_as_dense_and_as_uneven_as_was_asked() {
    long edges = 0;
    int ofTop = 0;
    int ofFirst = 0;
    int ofLast = 0;
    for (int person = 1; person < graph.people(); person++) {
      int[] followed = graph.followedBy(person);
      edges += followed.length;
      ofTop += contains(followed, 0);
      ofFirst += contains(followed, 1);
      ofLast += contains(followed, graph.people() - 1);
    }
    assertThat((double) edges / graph.people()).isBetween(85.0, 115.0);
    assertThat((double) ofTop / graph.people()).isBetween(0.20, 0.24);
    assertThat(ofFirst).isGreaterThan(20 * Math.max(1, ofLast));
  }

  @Test
  void nobody_is_followed_more_than_the_top_account() {
    int[] counts = new int[graph.people()];
    for (int person = 0; person < graph.people(); person++) {
      for (int author : graph.followedBy(person)) {
        counts[author]++;
      }
    }
    int second = IntStream.range(1, counts.length).map(author -> counts[author]).max().orElse(0);
    assertThat(second).isBetween(graph.people() / 12, graph.people() / 7).isLessThan(counts[0]);
    assertThat(Arrays.stream(counts).filter(count -> count > graph.people() / 9).count())
        .as("accounts whom more than a ninth follow")
        .isBetween(1L, 6L);
  }

  private static int contains(int[] followed, int author) {
    return IntStream.of(followed).anyMatch(each -> each == author) ? 1 : 0;
  }
}
