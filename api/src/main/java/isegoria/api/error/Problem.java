package isegoria.api.error;

import isegoria.api.entity.ApiError;

/** An error of any endpoint: its HTTP status and the exact text clients know. */
public enum Problem {
  OFFSET_OR_LIMIT_NEGATIVE(400, "Pagination values for 'offset' and 'limit' must be positive"),
  BODY_NOT_READABLE(400, "The request body could not be read"),
  TOKEN_INVALID(401, "The access token is invalid"),
  TOKEN_EXPIRED(401, "The access token expired"),
  TOKEN_REVOKED(401, "The access token was revoked"),
  SCOPE_MISSING(403, "This action is outside the authorized scopes"),
  NOT_ALLOWED(403, "This action is not allowed"),
  EMAIL_UNCONFIRMED(403, "Your login is missing a confirmed e-mail address"),
  APPROVAL_PENDING(403, "Your login is currently pending approval"),
  LOGIN_DISABLED(403, "Your login is currently disabled"),
  NOT_FOUND(404, "Record not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  TOO_LARGE(413, "The request is too large"),
  CONTENT_TYPE_UNKNOWN(415, "The content type is not supported"),
  USER_NEEDED(422, "This method requires an authenticated user"),
  DUPLICATE(422, "Duplicate record"),
  INVALID(422, "Record invalid"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL(500, "Something went wrong on our side"),
  NOT_BUILT(501, "This server does not offer this"),
  UNAVAILABLE(503, "There was a temporary problem serving your request, please try again"),
  ;

  private final int status;
  private final String text;

  Problem(int status, String text) {
    this.status = status;
    this.text = text;
  }

  public int status() {
    return status;
  }

  public String text() {
    return text;
  }

  public ApiError body() {
    return ApiError.of(text);
  }

  /** 400 where a parameter that is needed was not sent. */
  public static String missing(String parameter) {
    return "Required parameter is missing: " + parameter;
  }

  /** 422 with what is wrong, as a clause: {@code "Text can't be blank"}. */
  public static String validation(String clause) {
    return "Validation failed: " + clause;
  }
}
