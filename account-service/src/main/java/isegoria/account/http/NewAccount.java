package isegoria.account.http;

import isegoria.account.write.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account that is to be opened.
 *
 * @param password null where nobody is to log in
 */
record NewAccount(
    String username,
    @Nullable String email,
    @Nullable String password,
    String displayName,
    String note,
    Role role,
    boolean confirmed) {

  /** A password is nobody's business: never in a log. */
  @Override
  public String toString() {
    return "NewAccount[" + role + "]";
  }
}
