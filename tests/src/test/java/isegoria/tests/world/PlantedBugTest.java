package isegoria.tests.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A platform that does everything right is held against an oracle that was told a lie. */
final class PlantedBugTest {
  private static final Plan PLAN =
      Planner.plan(Graph.generated(60, 500, 3), new Planner.Sizes(200, 4), List.of(), 3);

  @Test
  void without_a_plant_nothing_is_found() {
    Comparison comparison = compare(PlantedBug.NONE);
    assertThat(comparison.holds()).isTrue();
    assertThat(comparison.line())
        .matches("homes 60, entries compared \\d+, missing 0, extra 0, out of order 0");
    assertThat(comparison.entries()).isGreaterThan(1_000);
  }

  @Test
  void a_follow_that_is_not_known_shows_as_extra_entries() {
    Comparison comparison = compare(PlantedBug.named("drop-follow"));
    assertThat(comparison.holds()).isFalse();
    assertThat(comparison.extra()).isPositive();
  }

  @Test
  void a_deleted_post_that_is_kept_shows_as_missing_entries() {
    Comparison comparison = compare(PlantedBug.named("keep-deleted"));
    assertThat(comparison.holds()).isFalse();
    assertThat(comparison.missing()).isPositive();
  }

  @Test
  void entries_out_of_order_or_twice_are_found() {
    var disordered = new Comparison();
    assertThat(disordered.add(List.of(3L, 2L, 1L), List.of(3L, 1L, 2L))).isFalse();
    assertThat(disordered.line()).endsWith("missing 0, extra 0, out of order 1");
    var doubled = new Comparison();
    assertThat(doubled.add(List.of(2L, 1L), List.of(2L, 2L, 1L))).isFalse();
    assertThat(doubled.extra()).isEqualTo(1);
  }

  private static Comparison compare(PlantedBug plant) {
    var ids = new GivenIds(PLAN.posts(), PLAN.boosts());
    for (int post = 0; post < PLAN.posts(); post++) {
      ids.givePost(post, 10L * post + 1);
    }
    for (int boost = 0; boost < PLAN.boosts(); boost++) {
      ids.giveBoost(boost, 70L * boost + 5);
    }
    HomeOracle platform = HomeOracle.of(PLAN.acts(), ids);
    HomeOracle oracle = HomeOracle.of(plant.in(PLAN.acts()), ids);
    var comparison = new Comparison();
    for (int reader = 0; reader < PLAN.people(); reader++) {
      comparison.add(oracle.home(reader), platform.home(reader));
    }
    return comparison;
  }
}
