package isegoria.api.error;

import isegoria.api.entity.ApiError;
import java.util.Locale;

/** Errors of the OAuth endpoints: the code of RFC 6749 and a description for developers. */
public enum OAuthProblem {
  INVALID_REQUEST(400, "The request misses a required parameter or holds an unsupported value."),
  /** One client registers its app again when it reads the first three words: keep them. */
  INVALID_CLIENT(401, "Client authentication failed: the client is unknown or its secret wrong."),
  INVALID_GRANT(
      400,
      "The grant is invalid, expired or used up, or belongs to another client or redirect URI."),
  INVALID_SCOPE(400, "The requested scope is unknown or more than the application may have."),
  INVALID_REDIRECT_URI(400, "The redirect URI is not one of those the application registered."),
  UNSUPPORTED_GRANT_TYPE(400, "The grant type is not supported by this server."),
  UNSUPPORTED_RESPONSE_TYPE(400, "The response type is not supported by this server."),
  UNAUTHORIZED_CLIENT(403, "The client may not do this with that token."),
  ACCESS_DENIED(403, "The owner of the account denied the request."),
  ;

  private final int status;
  private final String description;

  OAuthProblem(int status, String description) {
    this.status = status;
    this.description = description;
  }

  public int status() {
    return status;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String description() {
    return description;
  }

  public ApiError body() {
    return ApiError.of(code(), description);
  }
}
