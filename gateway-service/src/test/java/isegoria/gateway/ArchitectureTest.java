package isegoria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
  @Test
  void the_borders_hold() {
    assertThat(ArchitectureRules.violations("isegoria.gateway", 40)).isEmpty();
  }
}
