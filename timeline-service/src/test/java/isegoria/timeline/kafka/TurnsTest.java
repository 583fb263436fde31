package isegoria.timeline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TurnsTest {

  private static final int TASKS = 48;

  @Test
  void tasks_share_what_is_for_a_turn() {
    var turns = new Turns();
    turns.join();
    assertThat(turns.nanosOfOne()).isEqualTo(Turns.TURN_MAX.toNanos());
    for (int task = 1; task < TASKS; task++) {
      turns.join();
    }
    assertThat(TASKS * turns.nanosOfOne()).isLessThanOrEqualTo(Turns.TURN_MAX.toNanos());
    for (int task = 1; task < TASKS; task++) {
      turns.leave();
    }
    assertThat(turns.nanosOfOne()).isEqualTo(Turns.TURN_MAX.toNanos());
  }
}
