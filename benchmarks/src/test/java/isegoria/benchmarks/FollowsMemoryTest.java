package isegoria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FollowsMemoryTest {
  @Test
  void followers_of_one_account_take_four_to_eight_bytes_each_and_none_is_lost() {
    FollowsMemory.Result giant = FollowsMemory.giant(200_000, 1);
    System.out.println(giant);
    assertThat(giant.edges()).isEqualTo(200_000);
    assertThat(giant.missing()).isZero();
    assertThat(giant.bytesPerEdge()).isBetween(4.0, 8.0);
  }

  @Test
  void an_edge_of_a_network_takes_less_and_none_is_lost() {
    FollowsMemory.Result network = FollowsMemory.network(new SocialGraph(2_000, 100, 0.22, 1));
    System.out.println(network);
    assertThat(network.edges()).isGreaterThan(100_000);
    assertThat(network.missing()).isZero();
    assertThat(network.bytesPerEdge()).isBetween(1.0, 4.0);
  }
}
