package isegoria.timeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import isegoria.testkit.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

  private static final int FEED_CLASSES_MIN = 60;
  private static final int HOME_CLASSES_MIN = 20;
  private static final int NOTIFICATION_CLASSES_MIN = 40;
  private static final int CONVERSATION_CLASSES_MIN = 25;
  private static final int STREAMING_CLASSES_MIN = 20;

  @Test
  void borders_inside_each_feature_hold() {
    assertThat(ArchitectureRules.violations("isegoria.timeline.feed", FEED_CLASSES_MIN)).isEmpty();
    assertThat(ArchitectureRules.violations("isegoria.timeline.home", HOME_CLASSES_MIN)).isEmpty();
    assertThat(
            ArchitectureRules.violations(
                "isegoria.timeline.notification", NOTIFICATION_CLASSES_MIN))
        .isEmpty();
    assertThat(
            ArchitectureRules.violations(
                "isegoria.timeline.conversation", CONVERSATION_CLASSES_MIN))
        .isEmpty();
    assertThat(ArchitectureRules.violations("isegoria.timeline.streaming", STREAMING_CLASSES_MIN))
        .isEmpty();
  }

  @Test
  void features_import_feed_and_neither_feed_nor_each_other_imports_them() {
    List<String> features = List.of("home", "notification", "conversation", "streaming");
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("isegoria.timeline");
    for (String feature : features) {
      noClasses()
          .that()
          .resideInAnyPackage("isegoria.timeline..")
          .and()
          .resideOutsideOfPackage("isegoria.timeline." + feature + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("isegoria.timeline." + feature + "..")
          .check(classes);
    }
  }
}
