package isegoria.tests.access;

import isegoria.api.scope.Scopes;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param scopes of the token
 */
public record Caller(String name, Kind kind, @Nullable String token, Scopes scopes) {

  /** What the platform knows of them. */
  public enum Kind {
    NO_TOKEN,
    APP,
    PERSON,
    /** The person whose things are asked for. */
    OWNER,
    MODERATOR,
    ADMIN,
    SUSPENDED
  }

  public static Caller of(Kind kind, @Nullable String token, String scopes) {
    return new Caller(kind.name(), kind, token, Scopes.parse(scopes).orElseThrow());
  }

  boolean isPerson() {
    return kind != Kind.NO_TOKEN && kind != Kind.APP;
  }

  boolean isStaff() {
    return kind == Kind.MODERATOR || kind == Kind.ADMIN;
  }
}
