package isegoria.account;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  @Test
  void the_borders_inside_the_service_hold() {
    assertThat(ArchitectureRules.violations("isegoria.account", 100)).isEmpty();
  }
}
