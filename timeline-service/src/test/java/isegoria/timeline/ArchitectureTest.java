package isegoria.timeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import isegoria.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  private static final int FEED_CLASSES_MIN = 60;
  private static final int HOME_CLASSES_MIN = 20;

  @Test
  void borders_inside_each_feature_hold() {
    assertThat(ArchitectureRules.violations("isegoria.timeline.feed", FEED_CLASSES_MIN)).isEmpty();
    assertThat(ArchitectureRules.violations("isegoria.timeline.home", HOME_CLASSES_MIN)).isEmpty();
  }

  @Test
  void features_import_feed_and_feed_imports_none_of_them() {
    noClasses()
        .that()
        .resideInAPackage("isegoria.timeline.feed..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("isegoria.timeline.home..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("isegoria.timeline"));
  }
}
