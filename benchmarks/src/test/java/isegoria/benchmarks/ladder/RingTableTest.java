package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RingTableTest {
  private final RingTable rings = new RingTable(3, new int[] {0, 2}, 4);

  @Test
  void a_ring_keeps_the_newest() {
    for (long id = 1; id <= 6; id++) {
      rings.append(id, new int[] {0, 1});
    }
    assertThat(rings.ids(0)).containsExactlyInAnyOrder(3, 4, 5, 6);
    assertThat(rings.ids(1)).as("no ring").isEmpty();
    assertThat(rings.ids(2)).isEmpty();
  }

  @Test
  void what_was_appended_is_counted_since_the_last_restart() {
    rings.append(1, new int[] {2});
    assertThat(rings.appendedSince(2)).isEqualTo(1);
    rings.restart(2);
    assertThat(rings.appendedSince(2)).isZero();
    assertThat(rings.appendedSince(0)).isZero();
  }
}
