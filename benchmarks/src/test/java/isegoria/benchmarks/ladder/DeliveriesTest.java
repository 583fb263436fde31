package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.benchmarks.SocialGraph;
import org.junit.jupiter.api.Test;

final class DeliveriesTest {
  private static final long[] NO_PAGE = {};

  private final Network network = new Network(new SocialGraph(50, 5, 0.5, 3), 1);
  private final Deliveries deliveries = new Deliveries(network, 5);

  @Test
  void a_delivery_is_a_post_that_was_there_when_a_follower_read() {
    int[] followers = network.activeFollowersOf(0);
    assertThat(followers.length).isGreaterThan(2);
    deliveries.isVisible(0, 3, 10);
    assertThat(deliveries.count()).isZero();
    deliveries.hasRead(followers[0], 9, NO_PAGE);
    assertThat(deliveries.count()).isZero();
    deliveries.hasRead(followers[0], 11, NO_PAGE);
    deliveries.hasRead(followers[1], 12, NO_PAGE);
    assertThat(deliveries.count()).isEqualTo(2);
    deliveries.hasRead(followers[1], 13, NO_PAGE);
    assertThat(deliveries.count()).isEqualTo(2);
    assertThat(deliveries.reachable()).isEqualTo(followers.length);
  }

  @Test
  void what_number_0_posts_is_timed_apart() {
    deliveries.isVisible(LoadSchedule.GIANT, 10, 30_000_010);
    deliveries.isVisible(1, 10, 10_000_010);
    deliveries.hasFailed(1);
    assertThat(deliveries.giant().millis(100)).isBetween(29.0, 31.0);
    assertThat(deliveries.small().millis(50)).isBetween(9.0, 11.0);
    assertThat(deliveries.small().millis(100)).as("who fails never comes").isGreaterThan(60_000);
  }

  @Test
  void who_does_not_follow_gets_nothing() {
    deliveries.isVisible(0, 3, 10);
    for (int person = 0; person < network.people(); person++) {
      if (!network.follows(person, 0)) {
        deliveries.hasRead(person, 11, NO_PAGE);
      }
    }
    assertThat(deliveries.count()).isZero();
  }

  @Test
  void what_a_page_shows_counts_once() {
    deliveries.hasRead(1, 10, new long[] {8, 6, 5, 4});
    assertThat(deliveries.shown()).as("5 was there before").isEqualTo(2);
    deliveries.hasRead(1, 11, new long[] {9, 8, 6});
    assertThat(deliveries.shown()).isEqualTo(3);
    assertThat(deliveries.count()).isZero();
  }
}
