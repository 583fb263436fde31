package isegoria.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;

/**
 * The borders inside a service, as rules over its compiled classes.
 *
 * <p>A service's {@code ArchitectureTest} asks for {@link #violations}; the rules are shown to bite
 * by a package of planted violations beside this one.
 */
public final class ArchitectureRules {

  private ArchitectureRules() {}

  /** All rules for a service whose packages start with {@code root}, such as isegoria.post. */
  public static List<ArchRule> rules(String root) {
    String[] pure = {root + ".write..", root + ".read..", root + ".policy.."};
    return List.of(
        noClasses()
            .that()
            .resideInAnyPackage(pure)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "org.apache.kafka..",
                    "com.datastax..",
                    "org.springframework..",
                    "tools.jackson..",
                    "jakarta..",
                    root + ".http..",
                    root + ".kafka..",
                    root + ".cassandra..",
                    root + ".config.."))
            .as("pure packages know no technology")
            .allowEmptyShould(true),
        noClasses()
            .that()
            .resideInAPackage(root + ".write..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(root + ".read..", root + ".policy.."))
            .as("rules know no views and no policies")
            .allowEmptyShould(true),
        noClasses()
            .that()
            .resideInAnyPackage(pure)
            .should()
            .callMethodWhere(
                com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    nameMatching("now|randomUUID|random|currentTimeMillis|nanoTime|getenv")))
            .as("pure packages read no clock, no randomness, no environment")
            .allowEmptyShould(true),
        only(root, "org.apache.kafka..", root + ".kafka..", root + ".config.."),
        only(root, "com.datastax..", root + ".cassandra..", root + ".config.."),
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .accessTargetWhere(executesStatements())
            .as("statements go through the bounds of Reads and Writes")
            .allowEmptyShould(true),
        noClasses()
            .that()
            .resideInAPackage(root + "..")
            .should()
            .dependOnClassesThat(nameMatching("isegoria\\.api\\.entity\\.(Account|Status)Builder"))
            .as("accounts and statuses are rendered by api alone")
            .allowEmptyShould(true),
        classes()
            .that(implementSealed())
            .and()
            .resideInAnyPackage(pure)
            .should(beRecords())
            .as("members of sealed interfaces are records")
            .allowEmptyShould(true),
        slices()
            .matching(root + ".(*)..")
            .should()
            .beFreeOfCycles()
            .as("packages have no cycles")
            .allowEmptyShould(true));
  }

  private static ArchRule only(String root, String technology, String... allowed) {
    return noClasses()
        .that(
            resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed))))
        .should()
        .dependOnClassesThat(resideInAPackage(technology))
        .as(technology + " only in " + String.join(", ", allowed))
        .allowEmptyShould(true);
  }

  /** By a call or a reference to the method. */
  private static DescribedPredicate<JavaAccess<?>> executesStatements() {
    return DescribedPredicate.describe(
        "a session executes a statement",
        access ->
            access.getName().startsWith("execute")
                && access.getTargetOwner().getPackageName().startsWith("com.datastax."));
  }

  private static DescribedPredicate<JavaClass> implementSealed() {
    return DescribedPredicate.describe(
        "implement a sealed interface",
        c ->
            !c.isInterface()
                && !c.isEnum()
                && c.getRawInterfaces().stream().anyMatch(i -> i.reflect().isSealed()));
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> beRecords() {
    return com.tngtech.archunit.lang.conditions.ArchConditions.be(
        DescribedPredicate.describe("records", JavaClass::isRecord));
  }

  /**
   * Everything that breaks a rule, all at once.
   *
   * @param classesMin the least number of classes that the rules must have looked at
   */
  public static List<String> violations(String root, int classesMin) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    if (classes.that(alwaysTrue()).size() < classesMin) {
      throw new IllegalStateException(
          "classes of " + root + ": " + classes.size() + " (expected: >= " + classesMin + ")");
    }
    return violations(rules(root), classes);
  }

  static List<String> violations(List<ArchRule> rules, JavaClasses classes) {
    List<String> all = new ArrayList<>();
    for (ArchRule rule : rules) {
      EvaluationResult result = rule.evaluate(classes);
      result
          .getFailureReport()
          .getDetails()
          .forEach(detail -> all.add(rule.getDescription() + ": " + detail));
    }
    return all;
  }
}
