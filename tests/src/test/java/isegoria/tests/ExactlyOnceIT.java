package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.once.AppendProof;
import isegoria.tests.once.AppendResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ExactlyOnceIT {
  private static final long SEED = Settings.ofProcess().seed();

  @Test
  void every_acknowledged_line_is_there_once_after_a_kill() {
    assertOnce(60, 1);
  }

  @Tag("proof")
  @Test
  void every_acknowledged_line_is_there_once_whatever_is_killed() {
    assertOnce(200, 2);
  }

  private static void assertOnce(int commands, int kills) {
    AppendResult result = ExactlyOnce.run(new AppendProof.Sizes(commands, kills, true, SEED));
    System.out.println(result.line());
    assertThat(result.lost()).isZero();
    assertThat(result.doubled()).isZero();
    assertThat(result.acknowledged()).isGreaterThanOrEqualTo(commands);
  }

  @Test
  void a_decider_that_forgets_first_outcomes_is_found_out() {
    AppendResult result = ExactlyOnce.run(new AppendProof.Sizes(60, 0, false, SEED));
    assertThat(result.doubled()).isPositive();
    assertThat(result.holds()).isFalse();
  }
}
