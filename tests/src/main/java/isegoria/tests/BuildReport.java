package isegoria.tests;

import isegoria.tests.budget.Budgets;
import isegoria.tests.budget.EngineLimits;
import isegoria.tests.budget.TestTimes;
import isegoria.tests.platform.Systems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prints what the build that has just ended took; fails when it started too many engines. */
public final class BuildReport {
  private static final int SLOWEST = 10;

  private BuildReport() {}

  /** Exits with 1 when an engine was started more often than it may be. */
  public static void main(String[] args) throws IOException {
    Path root = Systems.root();
    TestTimes times = TestTimes.below(root);
    System.out.println("slowest test classes:");
    times.all().stream()
        .limit(SLOWEST)
        .forEach(time -> System.out.printf("  %-32s %7.1f s%n", time.name(), time.seconds()));
    Budgets.exceeded(times).forEach(line -> System.out.println("above its budget: " + line));
    List<String> starts = EngineLimits.starts(root.resolve("target/build"));
    System.out.println("engine starts: " + EngineLimits.counts(starts));
    List<String> exceeded = EngineLimits.exceeded(starts);
    exceeded.forEach(line -> System.out.println("TOO MANY ENGINES: " + line));
    System.exit(exceeded.isEmpty() ? 0 : 1);
  }
}
