package isegoria.benchmarks.ladder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measured cells in a file of comma-separated values, a row for each rung: what was measured before
 * a run was stopped is not measured again.
 */
public final class CellTable {
  private static final String COMMA = ",";

  private final Path file;
  private final List<Map<String, String>> rows = new ArrayList<>();

  private CellTable(Path file) {
    this.file = file;
  }

  /** With the rows that the file has, if it is there. */
  public static CellTable open(Path file) {
    var table = new CellTable(file);
    try {
      if (Files.exists(file)) {
        table.read(Files.readAllLines(file));
      } else {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private void read(List<String> lines) {
    String[] names = lines.isEmpty() ? new String[0] : lines.getFirst().split(COMMA, -1);
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      String[] values = line.split(COMMA, -1);
      if (values.length != names.length) {
        throw new IllegalStateException(
            "%s: %d values (expected: %d): %s".formatted(file, values.length, names.length, line));
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], values[i]);
      }
      rows.add(row);
    }
  }

  /** Refuses a file whose rows were noted by another version: nothing could be added to it. */
  void requireColumns(List<String> columns) {
    if (!rows.isEmpty() && !rows.getFirst().keySet().containsAll(columns)) {
      throw new IllegalStateException(
          file + ": rows of another version (expected: none; FRESH=1 starts over)");
    }
  }

  public List<Map<String, String>> rows() {
    return List.copyOf(rows);
  }

  /** Rows with all these values, in the order in which they were measured. */
  public List<Map<String, String>> with(Map<String, ?> values) {
    return rows.stream()
        .filter(row ->
            values.entrySet().stream()
                .allMatch(value -> value.getValue().toString().equals(row.get(value.getKey()))))
        .toList();
  }

  /** Adds a row; all rows have the same names in the same order. */
  public void add(Map<String, ?> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    fields.forEach((name, value) -> row.put(name, text(value)));
    boolean isFirst = rows.isEmpty();
    String head = String.join(COMMA, row.keySet());
    if (!isFirst && !rows.getFirst().keySet().equals(row.keySet())) {
      throw new IllegalArgumentException("%s: %s (expected: other names)".formatted(file, head));
    }
    String line = row.values().stream().collect(Collectors.joining(COMMA));
    try {
      Files.writeString(
          file,
          (isFirst ? head + "\n" : "") + line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
    rows.add(row);
  }

  private static String text(Object value) {
    String text =
        value instanceof Double number
            ? String.format(Locale.ROOT, "%.3f", number)
            : value.toString();
    if (text.contains(COMMA) || text.contains("\n")) {
      throw new IllegalArgumentException("value: " + text + " (expected: no comma)");
    }
    return text;
  }
}
