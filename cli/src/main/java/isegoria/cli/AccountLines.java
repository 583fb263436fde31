package isegoria.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts in a file: an object of JSON on each line, or CSV whose first line names the columns.
 */
final class AccountLines implements BatchImport.Parser {

  private static final JsonMapper JSON = new JsonMapper();

  private @Nullable List<String> columns;

  @Override
  public @Nullable Object parse(String line, long number) {
    if (line.isBlank()) {
      return null;
    }
    Map<String, Object> account;
    if (line.stripLeading().startsWith("{")) {
      account = json(line, number);
    } else if (columns == null) {
      columns = cells(line, number);
      return null;
    } else {
      account = csv(columns, cells(line, number), number);
    }
    if (!(account.get("username") instanceof String name) || name.isBlank()) {
      throw CliException.wrongInput("line " + number + ": no username (expected: one)");
    }
    return account;
  }

  private static Map<String, Object> json(String line, long number) {
    try {
      return JSON.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {});
    } catch (JacksonException notJson) {
      throw CliException.wrongInput("line " + number + ": not JSON (expected: one object a line)");
    }
  }

  private static Map<String, Object> csv(List<String> columns, List<String> cells, long number) {
    if (cells.size() != columns.size()) {
      throw CliException.wrongInput(
          "line %d: %d cells (expected: %d, as in the first line)"
              .formatted(number, cells.size(), columns.size()));
    }
    Map<String, Object> account = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        account.put(columns.get(i), cells.get(i));
      }
    }
    return account;
  }

  /** Cells parted by commas; one in quotes may hold commas, and quotes written twice. */
  static List<String> cells(String line, long number) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean twice = c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (quoted && twice) {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw CliException.wrongInput("line " + number + ": a quote is open (expected: closed)");
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
