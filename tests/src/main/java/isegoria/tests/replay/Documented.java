package isegoria.tests.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What docs/data.md says of tables, each as {@code keyspace.table}: the document itself is what is
 * held against the system.
 *
 * @param fromTopics those that can be truncated and rebuilt
 * @param notInTheLog those that must not be truncated
 */
public record Documented(Set<String> fromTopics, Set<String> notInTheLog) {

  /** The keyspaces of the services that have one. */
  public static final List<String> KEYSPACES = List.of("account", "post", "timeline", "moderation");

  private static final String EVERY = "every service";
  private static final Pattern ROW = Pattern.compile("^\\| ([a-z ]+) \\| ([^|]*) \\|");
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  public Documented {
    fromTopics = Set.copyOf(fromTopics);
    notInTheLog = Set.copyOf(notInTheLog);
  }

  /** Reads the document below the project's root. */
  public static Documented in(Path root) {
    try {
      List<String> lines = Files.readAllLines(root.resolve("docs/data.md"));
      return new Documented(section(lines, "## In the log"), section(lines, "## Not in the log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> section(List<String> lines, String heading) {
    int begin = lines.indexOf(heading);
    if (begin < 0) {
      throw new IllegalStateException("docs/data.md: no \"" + heading + "\" (expected: one)");
    }
    Set<String> tables = new TreeSet<>();
    for (String line : lines.subList(begin + 1, lines.size())) {
      if (line.startsWith("## ")) {
        break;
      }
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        Matcher name = NAME.matcher(row.group(2));
        while (name.find()) {
          add(tables, row.group(1), name.group(1));
        }
      }
    }
    return tables;
  }

  private static void add(Set<String> tables, String service, String table) {
    for (String keyspace : KEYSPACES) {
      if (service.equals(EVERY) || service.equals(keyspace)) {
        tables.add(keyspace + "." + table);
      }
    }
  }

  /** What is wrong with the document, given the tables that there are; empty when nothing is. */
  public List<String> flaws(Collection<String> tables) {
    Set<String> flaws = new TreeSet<>();
    for (String table : tables) {
      boolean twice = fromTopics.contains(table) && notInTheLog.contains(table);
      boolean nowhere = !fromTopics.contains(table) && !notInTheLog.contains(table);
      if (twice || nowhere) {
        flaws.add(
            "%s: in %s list of docs/data.md (expected: one)"
                .formatted(table, twice ? "each" : "no"));
      }
    }
    Set<String> gone = new TreeSet<>(fromTopics);
    gone.addAll(notInTheLog);
    gone.removeAll(Set.copyOf(tables));
    gone.forEach(table -> flaws.add(table + ": in docs/data.md (expected: a table)"));
    return List.copyOf(flaws);
  }
}
