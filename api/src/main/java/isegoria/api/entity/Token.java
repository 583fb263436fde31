package isegoria.api.entity;

/** An access token; {@code created_at} is in seconds, unlike every other time. */
@SnakeCase
public record Token(String accessToken, String tokenType, String scope, long createdAt) {

  public static Token bearer(String accessToken, String scope, long createdAtSeconds) {
    return new Token(accessToken, "Bearer", scope, createdAtSeconds);
  }

  /** A token is a password: never in a log. */
  @Override
  public String toString() {
    return "Token[" + scope + "]";
  }
}
