package isegoria.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  /** Fewer classes than this would mean that the rules looked at nothing. */
  private static final int CLASSES_MIN = 100;

  @Test
  void every_rule_holds() {
    assertThat(ArchitectureRules.violations("isegoria.moderation", CLASSES_MIN)).isEmpty();
  }
}
