package isegoria.tests.budget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often a build may start each engine, restarts after a kill included. A new test uses the
 * shared system or the pair of the build; a limit is raised only for a test that must kill, or own,
 * an engine.
 */
public final class EngineLimits {
  static final Map<String, Integer> STARTS_MAX =
      Map.of(
          // The pair of the build 1, EmbeddedBackingIT 2, DevSystemIT 2, the shared system 1 and
          // its kill 1, ExactlyOnceIT 2, the ladder 1, the giant 1.
          "kafka", 11,
          // The same without DevSystemIT's restart, the kill and ExactlyOnceIT.
          "cassandra", 7);

  private EngineLimits() {}

  /** The lines that a build has noted, one for each start: the engine and its files. */
  public static List<String> starts(Path build) throws IOException {
    Path file = build.resolve("engine-starts");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** How often each engine was started. */
  public static Map<String, Long> counts(List<String> starts) {
    return starts.stream()
        .collect(
            Collectors.groupingBy(
                start -> start.split(" ", 2)[0], TreeMap::new, Collectors.counting()));
  }

  /** For each engine that was started too often, how often, and every start. */
  public static List<String> exceeded(List<String> starts) {
    var lines = new ArrayList<String>();
    counts(starts)
        .forEach((engine, count) -> {
          int max = STARTS_MAX.getOrDefault(engine, 0);
          if (count > max) {
            lines.add("%s: %d starts (expected: at most %d)".formatted(engine, count, max));
            starts.stream().filter(start -> start.startsWith(engine + " ")).forEach(lines::add);
          }
        });
    return lines;
  }
}
