package isegoria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.world.Graph;
import org.junit.jupiter.api.Test;

final class ListedGraphTest {

  @Test
  void everybody_follows_whom_the_list_says() {
    var list = new Graph("three", 3, new int[] {0, 2, 0}, new int[] {1, 0, 2});
    var graph = ListedGraph.of(list, 7);

    assertThat(graph.people()).isEqualTo(3);
    assertThat(graph.followedBy(0)).containsExactlyInAnyOrder(1, 2);
    assertThat(graph.followedBy(1)).isEmpty();
    assertThat(graph.followedBy(2)).containsExactly(0);
  }
}
