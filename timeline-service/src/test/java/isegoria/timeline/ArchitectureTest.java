package isegoria.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  private static final int CLASSES_MIN = 60;

  @Test
  void borders_inside_the_service_hold() {
    assertThat(ArchitectureRules.violations("isegoria.timeline", CLASSES_MIN)).isEmpty();
  }
}
