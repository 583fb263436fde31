package isegoria.api.endpoint;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint that clients know.
 *
 * @param path with its variables in braces
 * @param priority P0, P1 or P2; own where clients of other servers do not know it
 * @param returns the entity that it answers with, in brackets where it answers with a list of them;
 *     "Empty" where that has no keys, "-" for what is no entity
 * @param unbuilt its answer where no service has a resource for it; null where one has
 * @param refusal why it will never be built; empty where it may be
 */
public record Endpoint(
    String method,
    String path,
    String priority,
    Access access,
    String returns,
    @Nullable Unbuilt unbuilt,
    String refusal) {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private static final List<String> UPDATES = List.of("PUT", "PATCH");

  /** Columns of a line, of which the last may be missing. */
  private static final int COLUMNS = 6;

  static Endpoint of(String line) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() < COLUMNS || cells.size() > COLUMNS + 1) {
      throw new IllegalArgumentException(
          "%s: %d columns (expected: %d, and a reason)".formatted(line, cells.size(), COLUMNS));
    }
    String answer = cells.get(5);
    return new Endpoint(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        Access.of(cells.get(3)),
        cells.get(4),
        Unbuilt.isBuilt(answer) ? null : Unbuilt.of(answer),
        cells.size() > COLUMNS ? cells.get(COLUMNS) : "");
  }

  /** How documents and tests call it. */
  public String name() {
    return method + " " + path;
  }

  /** The path of a request to it, with the same text for every variable. */
  public String example(String variable) {
    return VARIABLE.matcher(path).replaceAll(variable);
  }

  /** The same for two paths that differ by the names of their variables only. */
  public static String shape(String path) {
    return VARIABLE.matcher(path).replaceAll("{}");
  }

  /** The methods that it answers: an update takes PUT and PATCH alike, as clients send either. */
  public List<String> methods() {
    return UPDATES.contains(method) ? UPDATES : List.of(method);
  }

  /** Whether a request may be meant for this endpoint. */
  boolean takes(String requestMethod, String requestPath) {
    return methods().contains(requestMethod)
        && requestPath.matches(VARIABLE.matcher(path).replaceAll("[^/]+"));
  }

  long variables() {
    return VARIABLE.matcher(path).results().count();
  }

  /** An answer without an end, which only the service that offers it can begin. */
  public boolean isStream() {
    return path.startsWith("/api/v1/streaming");
  }
}
