package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RemovalsTest {

  private static final int KEPT_MAX = 4;

  private final Removals removals = new Removals(KEPT_MAX);

  private void add(long from, long to, long missingUpTo) {
    for (long id = from; id <= to; id++) {
      removals.add(id, missingUpTo);
    }
  }

  @Test
  void those_below_the_log_go_when_there_are_too_many() {
    add(1, KEPT_MAX, 2);
    assertThat(removals.contains(1)).isTrue();
    add(5, 5, 2);
    assertThat(removals.contains(2)).isFalse();
    assertThat(removals.contains(3)).isTrue();
  }

  @Test
  void where_none_could_go_they_are_looked_through_again_only_when_twice_as_many_are_there() {
    add(1, 5, 0);
    add(6, 10, 2);
    assertThat(removals.contains(1)).as("nobody has looked").isTrue();
    add(11, 11, 2);
    assertThat(removals.contains(1)).isFalse();
    assertThat(removals.contains(3)).isTrue();
  }
}
