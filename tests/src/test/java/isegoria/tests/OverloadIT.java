package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.overload.OverloadResult;
import isegoria.tests.overload.OverloadRun;
import isegoria.tests.platform.Running;
import org.junit.jupiter.api.Test;

final class OverloadIT {

  @Test
  void twice_what_the_system_takes_is_answered_or_refused_and_nothing_is_lost() {
    var running = Running.of(Shared.system().processes());
    OverloadResult result =
        new OverloadRun(running, OverloadRun.Sizes.small(Settings.ofProcess().seed())).run();
    assertThat(result.losesNothing()).as(result.line() + " " + result.tally().examples()).isTrue();
  }
}
