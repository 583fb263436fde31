package isegoria.tests.world;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.world.Act.Audience;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  private static final Graph GRAPH = Graph.generated(100, 800, 5);
  private static final Planner.Sizes SIZES = new Planner.Sizes(600, 6);

  @Test
  void the_same_seed_makes_the_same_world() {
    assertThat(plan(7)).isEqualTo(plan(7));
    assertThat(plan(7)).isNotEqualTo(plan(8));
    assertThat(Graph.generated(100, 800, 5).followed()).isEqualTo(GRAPH.followed());
  }

  @Test
  void every_kind_of_act_and_audience_happens() {
    List<Act> acts = plan(7).acts();
    Set<String> kinds =
        acts.stream().map(act -> act.getClass().getSimpleName()).collect(Collectors.toSet());
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "Follow",
            "Unfollow",
            "Block",
            "Mute",
            "Publish",
            "Edit",
            "Delete",
            "Boost",
            "Unboost",
            "Favourite");
    assertThat(acts.stream().filter(Act.Publish.class::isInstance).map(Act.Publish.class::cast))
        .anyMatch(post -> post.audience() == Audience.DIRECT && !post.mentions().isEmpty())
        .anyMatch(post -> post.audience() == Audience.PRIVATE)
        .anyMatch(post -> post.replyTo() != Act.NO_POST);
    assertThat(acts.stream().filter(Act.Follow.class::isInstance).map(Act.Follow.class::cast))
        .anyMatch(follow -> !follow.boosts())
        .anyMatch(follow -> !follow.languages().isEmpty());
  }

  @Test
  void texts_are_taken_in_turn() {
    Plan plan = Planner.plan(GRAPH, SIZES, List.of("one", "two"), 7);
    assertThat(plan.acts().stream().filter(Act.Publish.class::isInstance))
        .allMatch(act -> ((Act.Publish) act).text().matches("one|two"));
  }

  @Test
  void a_few_people_of_a_generated_graph_are_famous() {
    assertThat(GRAPH.edges()).isEqualTo(800);
    assertThat(GRAPH.mostFollowed()).isGreaterThan(4 * 800 / 100);
  }

  private static Plan plan(long seed) {
    return Planner.plan(GRAPH, SIZES, List.of(), seed);
  }
}
