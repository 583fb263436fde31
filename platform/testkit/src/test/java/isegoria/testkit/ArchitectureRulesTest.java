package isegoria.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule bites: the planted package breaks each of them. */
final class ArchitectureRulesTest {

  private static final String PLANTED = "isegoria.testkit.planted";

  @Test
  void each_rule_rejects_its_planted_violation() {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    List<String> found = ArchitectureRules.violations(ArchitectureRules.rules(PLANTED), planted);
    for (String rule :
        List.of(
            "pure packages know no technology",
            "pure packages read no clock",
            "org.apache.kafka.. only in",
            "accounts and statuses are rendered by api alone",
            "statements go through the bounds of Reads and Writes",
            "members of sealed interfaces are records",
            "packages have no cycles")) {
      assertThat(found).as(rule).anyMatch(violation -> violation.startsWith(rule));
    }
  }

  @Test
  void looking_at_nothing_is_a_failure() {
    assertThatThrownBy(() -> ArchitectureRules.violations("isegoria.nowhere", 1))
        .isInstanceOf(IllegalStateException.class);
  }
}
