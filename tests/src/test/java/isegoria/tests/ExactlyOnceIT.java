package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.once.AppendProof;
import isegoria.tests.once.AppendResult;
import org.junit.jupiter.api.Test;

final class ExactlyOnceIT {
  private static final long SEED = Settings.ofProcess().seed();

  @Test
  void every_acknowledged_line_is_there_once_whatever_is_killed() {
    AppendResult result = ExactlyOnce.run(new AppendProof.Sizes(200, 2, true, SEED));
    System.out.println(result.line());
    assertThat(result.lost()).isZero();
    assertThat(result.doubled()).isZero();
    assertThat(result.acknowledged()).isGreaterThanOrEqualTo(200);
  }

  @Test
  void a_decider_that_forgets_first_outcomes_is_found_out() {
    AppendResult result = ExactlyOnce.run(new AppendProof.Sizes(60, 0, false, SEED));
    assertThat(result.doubled()).isPositive();
    assertThat(result.holds()).isFalse();
  }
}
