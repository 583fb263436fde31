package isegoria.account.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AccountPropertiesTest {

  private static AccountProperties with(boolean signUps, boolean atOnce, boolean operatorTokens) {
    return new AccountProperties(signUps, atOnce, false, false, operatorTokens);
  }

  @Test
  void production_opens_no_door_that_leads_nowhere_or_past_the_lock() {
    assertThat(with(false, false, false).unfitForProduction()).isEmpty();
    assertThat(with(true, true, false).unfitForProduction()).isEmpty();
    assertThat(with(true, false, false).unfitForProduction())
        .singleElement()
        .asString()
        .contains("sign-ups");
    assertThat(with(false, false, true).unfitForProduction())
        .singleElement()
        .asString()
        .contains("operator-tokens");
  }
}
