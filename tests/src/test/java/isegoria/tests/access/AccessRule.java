package isegoria.tests.access;

import isegoria.api.endpoint.Access;
import isegoria.api.endpoint.Endpoint;
import isegoria.api.error.Problem;
import isegoria.tests.access.Caller.Kind;
import isegoria.tests.access.Expected.LetIn;
import isegoria.tests.access.Expected.LikeMissing;
import isegoria.tests.access.Expected.Refused;
import org.jspecify.annotations.Nullable;

/** What the table of endpoints grants to whom. */
final class AccessRule {
  private AccessRule() {}

  /**
   * For a call that names something.
   *
   * @param isHidden whether the thing is its owner's alone
   */
  static Expected of(Endpoint endpoint, Caller caller, boolean isHidden) {
    Problem refusal = refusal(endpoint, caller);
    if (refusal != null) {
      return new Refused(refusal);
    }
    return isHidden && caller.kind() != Kind.OWNER ? new LikeMissing() : new LetIn();
  }

  /** Why the caller may not ask at all, before anything is looked up; null where they may. */
  static @Nullable Problem refusal(Endpoint endpoint, Caller caller) {
    Access access = endpoint.access();
    if (caller.token() == null) {
      return access.caller() == Access.Caller.PUBLIC ? null : Problem.TOKEN_INVALID;
    }
    String[] scopes = access.scopes().toArray(String[]::new);
    if (scopes.length > 0 && !caller.scopes().grantsAny(scopes)) {
      return Problem.SCOPE_MISSING;
    }
    return switch (access.caller()) {
      case PUBLIC, APP -> null;
      case USER -> caller.isPerson() ? sanction(endpoint, caller) : Problem.USER_NEEDED;
      case STAFF -> {
        if (!caller.isPerson()) {
          yield Problem.USER_NEEDED;
        }
        yield caller.isStaff() ? sanction(endpoint, caller) : Problem.NOT_ALLOWED;
      }
    };
  }

  /** A suspended person reads on and writes nothing; what is not built says so to them as well. */
  private static @Nullable Problem sanction(Endpoint endpoint, Caller caller) {
    boolean writes = !endpoint.method().equals("GET") && endpoint.unbuilt() == null;
    return caller.kind() == Kind.SUSPENDED && writes ? Problem.LOGIN_DISABLED : null;
  }
}
