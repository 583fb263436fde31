package isegoria.tests.budget;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.budget.TestTimes.TestTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planted slow classes and planted starts, each of which must be named. */
final class BudgetTest {

  @TempDir Path root;

  @Test
  void classes_are_read_from_the_reports_of_all_modules_slowest_first() throws IOException {
    report(
        "api/target/surefire-reports/TEST-isegoria.api.FastTest.xml",
        "isegoria.api.FastTest",
        "0.5");
    report(
        "platform/edge/target/failsafe-reports/TEST-isegoria.edge.SlowIT.xml",
        "isegoria.edge.SlowIT",
        "31.25");
    report("api/target/classes/TEST-other.xml", "isegoria.api.OtherTest", "99");

    assertThat(TestTimes.below(root).all())
        .containsExactly(new TestTime("SlowIT", 31.25), new TestTime("FastTest", 0.5));
  }

  @Test
  void a_class_above_its_budget_is_named() {
    var times =
        new TestTimes(
            List.of(
                new TestTime("SlowTest", 5.1),
                new TestTime("FastTest", 5),
                new TestTime("SlowIT", 30.1),
                new TestTime("ReplayIT", 119)));
    assertThat(Budgets.exceeded(times))
        .containsExactly("SlowIT: 30.1 s (budget: 30 s)", "SlowTest: 5.1 s (budget: 5 s)");
  }

  @Test
  void one_engine_too_many_is_found_and_every_start_is_named() {
    int max = EngineLimits.STARTS_MAX.getOrDefault("kafka", 0);
    List<String> allowed = Collections.nCopies(max, "kafka target/one");
    assertThat(EngineLimits.exceeded(allowed)).isEmpty();

    List<String> planted = Collections.nCopies(max + 1, "kafka target/one");
    assertThat(EngineLimits.exceeded(planted))
        .hasSize(1 + planted.size())
        .startsWith("kafka: %d starts (expected: at most %d)".formatted(max + 1, max));
  }

  @Test
  void an_engine_without_a_limit_may_not_be_started() {
    assertThat(EngineLimits.exceeded(List.of("postgres target/one"))).isNotEmpty();
  }

  private void report(String path, String name, String time) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?>\n<testsuite name=\"%s\" time=\"%s\"></testsuite>\n"
            .formatted(name, time));
  }
}
