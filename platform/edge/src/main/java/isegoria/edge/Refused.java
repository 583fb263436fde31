package isegoria.edge;

import isegoria.api.entity.ApiError;
import isegoria.api.error.FieldProblem;
import isegoria.api.error.OAuthProblem;
import isegoria.api.error.Problem;
import java.util.List;
import java.util.Map;

/**
 * A request is refused with a status and a body that clients know. Thrown anywhere between the
 * resolving of arguments and the answer, so that a resource reads as its successful case.
 */
public final class Refused extends RuntimeException {

  private final int status;
  private final transient ApiError body;

  public Refused(int status, ApiError body) {
    super(body.error(), null, false, false);
    this.status = status;
    this.body = body;
  }

  public Refused(int status, String error) {
    this(status, ApiError.of(error));
  }

  public Refused(Problem problem) {
    this(problem.status(), problem.body());
  }

  public Refused(OAuthProblem problem) {
    this(problem.status(), problem.body());
  }

  /** 404: it is not there, or not for this viewer. */
  public static Refused notFound() {
    return new Refused(Problem.NOT_FOUND);
  }

  /** 400: a parameter that is needed was not sent. */
  public static Refused missing(String parameter) {
    return new Refused(400, Problem.missing(parameter));
  }

  /** 400: a parameter is not of the kind that is expected. */
  public static Refused wrong(String parameter, String expected) {
    return new Refused(400, "Parameter %s must be %s".formatted(parameter, expected));
  }

  /** 422 with a clause, such as {@code "Text can't be blank"}. */
  public static Refused invalid(String clause) {
    return new Refused(422, Problem.validation(clause));
  }

  /** 422 with what is wrong with each field, as sign-up answers. */
  public static Refused invalid(String clause, Map<String, List<FieldProblem>> fields) {
    var details = new java.util.LinkedHashMap<String, List<ApiError.Detail>>();
    fields.forEach((field, problems) ->
        details.put(field, problems.stream().map(FieldProblem::detail).toList()));
    return new Refused(422, ApiError.of(Problem.validation(clause), details));
  }

  /** 503: it may succeed when asked again. */
  public static Refused unavailable() {
    return new Refused(Problem.UNAVAILABLE);
  }

  public int status() {
    return status;
  }

  public ApiError body() {
    return body;
  }
}
