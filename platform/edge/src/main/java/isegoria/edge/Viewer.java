package isegoria.edge;

import isegoria.api.error.Problem;
import isegoria.api.scope.Scopes;
import isegoria.events.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller: a person through an app, an app alone, or an anonymous client. A method of a resource
 * that declares a parameter of this type gets it from the request's token.
 *
 * @param tokenId what stands for the token in logs of revocations; never the token
 */
public record Viewer(
    @Nullable AccountId accountId,
    @Nullable String appId,
    Scopes scopes,
    Role role,
    @Nullable String tokenId) {

  public static final Viewer ANONYMOUS =
      new Viewer(null, null, new Scopes(List.of()), Role.USER, null);

  public boolean isAnonymous() {
    return tokenId == null;
  }

  /** The person, whatever the scopes; throws 401 without a token, 422 for an app alone. */
  public AccountId account() {
    requireToken();
    if (accountId == null) {
      throw new ApiException(Problem.USER_NEEDED);
    }
    return accountId;
  }

  /** The person, if the token holds one of the scopes; else throws 401, 403 or 422. */
  public AccountId require(String... anyOf) {
    requireScope(anyOf);
    return account();
  }

  /** Any token that holds one of the scopes, a person's or an app's; else throws 401 or 403. */
  public void requireScope(String... anyOf) {
    requireToken();
    if (!scopes.grantsAny(anyOf)) {
      throw new ApiException(Problem.SCOPE_MISSING);
    }
  }

  /** Any token at all. */
  public void requireToken() {
    if (isAnonymous()) {
      throw new ApiException(Problem.TOKEN_INVALID);
    }
  }

  /**
   * For what everyone may read: the person to whom to show it, or null; a token that was sent must
   * hold one of the scopes.
   */
  public @Nullable AccountId optional(String... anyOf) {
    if (!isAnonymous()) {
      requireScope(anyOf);
    }
    return accountId;
  }

  /** Whether there is a person here whose token holds one of the scopes. */
  public boolean mayRead(String... anyOf) {
    return accountId != null && scopes.grantsAny(anyOf);
  }

  /** The person, if of this role; else throws 403. */
  public AccountId require(Role needed, String... anyOf) {
    AccountId account = require(anyOf);
    if (!role.includes(needed)) {
      throw new ApiException(Problem.NOT_ALLOWED);
    }
    return account;
  }

  /** Only this, so that no log names more. */
  @Override
  public String toString() {
    return accountId == null ? (isAnonymous() ? "anonymous" : "app") : accountId.toString();
  }
}
