package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.benchmarks.People;
import isegoria.benchmarks.SocialGraph;
import org.junit.jupiter.api.Test;

final class NetworkTest {

  @Test
  void both_directions_have_the_same_edges_and_the_idle_are_in_neither() {
    var network = new Network(new SocialGraph(300, 12, 0.4, 7), 0.3);
    int down = 0;
    int up = 0;
    int most = 0;
    for (int person = 0; person < network.people(); person++) {
      up += network.activeFollowersOf(person).length;
      most = Math.max(most, network.activeFollowersOf(person).length);
      for (int reader : network.activeFollowersOf(person)) {
        assertThat(network.isActive(reader)).isTrue();
        assertThat(network.follows(reader, person)).isTrue();
      }
    }
    for (int reader : network.active()) {
      down += network.followedBy(reader).length;
    }
    assertThat(up).isEqualTo(down).isPositive();
    assertThat(network.mostActiveFollowers()).isEqualTo(most).isPositive();
    assertThat(network.active().length).isBetween(40, 150);
  }

  @Test
  void relations_hold_every_edge_once() {
    var network = new Network(new SocialGraph(200, 8, 0.2, 7), 1);
    var graph = network.relations();
    assertThat(graph.follows()).isEqualTo(network.edges());
    for (int person = 0; person < network.people(); person++) {
      var reader = graph.reader(People.id(person));
      for (int author : network.followedBy(person)) {
        assertThat(author == person || reader.follows(People.id(author))).isTrue();
      }
    }
  }
}
