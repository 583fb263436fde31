package isegoria.tests.access;

import isegoria.api.ApiJson;
import isegoria.api.endpoint.Access;
import isegoria.api.endpoint.Unbuilt;
import isegoria.api.error.Problem;
import isegoria.tests.access.Expected.LetIn;
import isegoria.tests.access.Expected.LikeMissing;
import isegoria.tests.access.Expected.Refused;
import isegoria.tests.client.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether an answer is the expected one. */
final class Verdict {
  /** Different in any two answers. */
  private static final Set<String> OF_EACH_ANSWER = Set.of("date", "x-request-id");

  private static final String OF_RATES = "x-ratelimit-";

  /** What says that the caller may not ask. */
  private static final Set<Problem> REFUSALS =
      EnumSet.of(
          Problem.TOKEN_INVALID,
          Problem.SCOPE_MISSING,
          Problem.USER_NEEDED,
          Problem.LOGIN_DISABLED,
          Problem.METHOD_NOT_ALLOWED,
          Problem.NOT_BUILT);

  private Verdict() {}

  /**
   * Whether the answer is right.
   *
   * @param missing what the same caller was answered about what does not exist; the answer itself
   *     where that does not matter
   */
  static boolean isRight(Cell cell, Answer answer, Answer missing) {
    return switch (cell.expected()) {
      case Refused(Problem problem) -> is(answer, problem);
      case LikeMissing() ->
          alike(answer, missing) && (!namesInPath(cell) || answer.status() == 404);
      case LetIn() -> isOfThoseLetIn(cell, answer);
    };
  }

  private static boolean namesInPath(Cell cell) {
    return cell.endpoint().path().contains("{");
  }

  private static boolean is(Answer answer, Problem problem) {
    return answer.status() == problem.status()
        && answer.body().equals(ApiJson.write(problem.body()));
  }

  private static boolean alike(Answer one, Answer other) {
    return one.status() == other.status()
        && one.body().equals(other.body())
        && compared(one).equals(compared(other));
  }

  private static Map<String, List<String>> compared(Answer answer) {
    var headers = new TreeMap<String, List<String>>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!OF_EACH_ANSWER.contains(lower) && !lower.startsWith(OF_RATES)) {
            headers.put(lower, values);
          }
        });
    return headers;
  }

  private static boolean isOfThoseLetIn(Cell cell, Answer answer) {
    Unbuilt unbuilt = cell.endpoint().unbuilt();
    if (unbuilt != null) {
      return answer.status() == unbuilt.status() && answer.body().equals(unbuilt.body());
    }
    // What a write is answered depends on more than who asks: journeys show that it works.
    return cell.reads()
        ? answer.status() == 200
        : answer.status() < 500 && !isRefused(cell, answer);
  }

  private static boolean isRefused(Cell cell, Answer answer) {
    boolean byRole =
        cell.endpoint().access().caller() == Access.Caller.STAFF && is(answer, Problem.NOT_ALLOWED);
    return byRole || REFUSALS.stream().anyMatch(problem -> is(answer, problem));
  }
}
