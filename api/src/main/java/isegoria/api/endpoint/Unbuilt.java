package isegoria.api.endpoint;

import isegoria.api.ApiJson;
import isegoria.api.error.Problem;

/**
 * The honest answer of an endpoint that is not built: a read is empty, what names one thing is not
 * found, and a write is refused, for a client would take anything else for a success.
 *
 * @param body JSON
 */
public record Unbuilt(int status, String body) {

  private static final String BUILT = "-";

  static boolean isBuilt(String text) {
    return text.equals(BUILT);
  }

  static Unbuilt of(String text) {
    return switch (text) {
      case "404" -> of(Problem.NOT_FOUND);
      case "501" -> of(Problem.NOT_BUILT);
      default -> new Unbuilt(200, text);
    };
  }

  private static Unbuilt of(Problem problem) {
    return new Unbuilt(problem.status(), ApiJson.write(problem.body()));
  }
}
