package isegoria.edge;

import isegoria.api.entity.ApiError;
import isegoria.api.error.FieldProblem;
import isegoria.api.error.OAuthProblem;
import isegoria.api.error.Problem;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a status and a body that clients know. Code throws it anywhere between the
 * resolving of arguments and the answer, so that a resource reads as its successful case.
 */
public final class ApiException extends RuntimeException {

  private final int status;
  private final transient ApiError body;

  public ApiException(int status, ApiError body) {
    super(body.error(), null, false, false);
    this.status = status;
    this.body = body;
  }

  public ApiException(int status, String error) {
    this(status, ApiError.of(error));
  }

  public ApiException(Problem problem) {
    this(problem.status(), problem.body());
  }

  public ApiException(OAuthProblem problem) {
    this(problem.status(), problem.body());
  }

  /** 404: it is not there, or not for this viewer. */
  public static ApiException notFound() {
    return new ApiException(Problem.NOT_FOUND);
  }

  /** 400: a parameter that is needed was not sent. */
  public static ApiException missing(String parameter) {
    return new ApiException(400, Problem.missing(parameter));
  }

  /** 400: a parameter is not of the kind that is expected. */
  public static ApiException wrong(String parameter, String expected) {
    return new ApiException(400, "Parameter %s must be %s".formatted(parameter, expected));
  }

  /** 422 with a clause, such as {@code "Text can't be blank"}. */
  public static ApiException invalid(String clause) {
    return new ApiException(422, Problem.validation(clause));
  }

  /** 422 with what is wrong with each field, as sign-up answers. */
  public static ApiException invalid(String clause, Map<String, List<FieldProblem>> fields) {
    var details = new java.util.LinkedHashMap<String, List<ApiError.Detail>>();
    fields.forEach((field, problems) ->
        details.put(field, problems.stream().map(FieldProblem::detail).toList()));
    return new ApiException(422, ApiError.of(Problem.validation(clause), details));
  }

  /** 503: it may succeed when asked again. */
  public static ApiException unavailable() {
    return new ApiException(Problem.UNAVAILABLE);
  }

  public int status() {
    return status;
  }

  public ApiError body() {
    return body;
  }
}
