package isegoria.tests;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.signup.SignUpAudit;
import org.junit.jupiter.api.Test;

final class SignUpsIT {

  @Test
  void a_sign_up_that_is_killed_leaves_an_account_or_a_free_name() {
    var sizes = new SignUps.Sizes(1, false, Settings.ofProcess().seed());
    SignUpAudit.Result result = SignUps.run(Shared.system().processes(), sizes);
    assertThat(result.lost()).as(result.line()).isZero();
    assertThat(result.stuck()).as(result.line()).isZero();
    assertThat(result.acknowledged()).isPositive();
  }
}
