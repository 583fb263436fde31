package isegoria.account.http;

import isegoria.account.write.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account that is to be opened.
 *
 * @param password null for an account without log-in
 */
record NewAccount(
    String username,
    @Nullable String email,
    @Nullable String password,
    String displayName,
    String note,
    Role role,
    boolean confirmed) {

  /** A password never stands in a log. */
  @Override
  public String toString() {
    return "NewAccount[" + role + "]";
  }
}
