package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.survivor.Survival;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OneOfTwoIT {

  @Test
  void homes_are_read_and_fresh_while_an_instance_is_away() {
    Shared shared = Shared.system();
    Survival.Result result =
        Survival.run(shared.processes(), shared.app(), 8, Duration.ofSeconds(1), Shared::freshName);
    System.out.println(result.line());
    assertThat(result.comparison().holds()).as(result.line()).isTrue();
    assertThat(result.failed()).as(result.line()).isZero();
    assertThat(result.partial()).as(result.line()).isZero();
    assertThat(result.comparison().entries()).isPositive();
  }
}
