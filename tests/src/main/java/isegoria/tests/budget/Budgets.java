package isegoria.tests.budget;

import isegoria.tests.budget.TestTimes.TestTime;
import java.util.List;
import java.util.Map;

/**
 * Seconds that a test class may take on two cores that do nothing else. A class above its budget is
 * named and fails nothing: a busy machine is no bug.
 */
public final class Budgets {
  /** A unit test waits for nothing outside its JVM. */
  static final int UNIT_SECONDS = 5;

  /** Includes an engine's start, for the first class that needs it. */
  static final int INTEGRATION_SECONDS = 30;

  /** Classes that need more, with the reason. */
  private static final Map<String, Integer> SECONDS =
      Map.of(
          // The first class of the shared system waits for its two engines and nine processes.
          "BadInputIT", 90,
          // A service is killed, and comes back.
          "ErasureIT", 60,
          // Two instances at each kill, and a broker of its own.
          "ExactlyOnceIT", 60,
          // Five processes are killed, and come back one after the other.
          "KillsIT", 120,
          // All services are killed, and every table is rebuilt twice.
          "ReplayIT", 120);

  private Budgets() {}

  static int secondsOf(String name) {
    return SECONDS.getOrDefault(name, name.endsWith("IT") ? INTEGRATION_SECONDS : UNIT_SECONDS);
  }

  /** One line for each class that took longer than it may. */
  public static List<String> exceeded(TestTimes times) {
    return times.all().stream()
        .filter(time -> time.seconds() > secondsOf(time.name()))
        .map(Budgets::line)
        .toList();
  }

  private static String line(TestTime time) {
    return "%s: %.1f s (budget: %d s)"
        .formatted(time.name(), time.seconds(), secondsOf(time.name()));
  }
}
