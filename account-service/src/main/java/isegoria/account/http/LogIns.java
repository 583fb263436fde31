package isegoria.account.http;

import isegoria.account.crypto.Marks;
import isegoria.account.crypto.Passwords;
import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.EmailClaim;
import isegoria.events.AccountId;
import java.util.Optional;

/** Who somebody is, by name or e-mail address and password. */
public final class LogIns {

  private final Accounts accounts;
  private final Credentials credentials;
  private final Passwords passwords;
  private final Marks marks;

  public LogIns(Accounts accounts, Credentials credentials, Passwords passwords, Marks marks) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.passwords = passwords;
    this.marks = marks;
  }

  /** Nothing for a wrong password and for nobody alike, after the same time. */
  Optional<Credential> check(String nameOrEmail, String password) {
    if (password.length() > SignUpChecks.PASSWORD_MAX) {
      return Optional.empty();
    }
    Optional<Credential> credential =
        named(nameOrEmail.strip())
            .filter(id -> accounts.byId(id).isPresent())
            .flatMap(credentials::of);
    String hash = credential.map(Credential::passwordHash).orElse(null);
    if (hash == null) {
      passwords.pretend(password);
      return Optional.empty();
    }
    return passwords.matches(password, hash) ? credential : Optional.empty();
  }

  private Optional<AccountId> named(String nameOrEmail) {
    return nameOrEmail.contains("@")
        ? credentials.claimOf(marks.ofEmail(nameOrEmail)).map(EmailClaim::accountId)
        : accounts.byName(AccountProjection.lower(nameOrEmail));
  }
}
