package isegoria.account.http;

import isegoria.account.crypto.AccountHash;
import isegoria.account.crypto.Passwords;
import isegoria.account.read.account.AccountProjection;
import isegoria.account.read.account.Accounts;
import isegoria.account.read.login.Credential;
import isegoria.account.read.login.Credentials;
import isegoria.account.read.login.EmailClaim;
import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.events.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds an account by name or e-mail address and password. */
public final class Authenticator {

  private final Accounts accounts;
  private final Credentials credentials;
  private final Passwords passwords;
  private final AccountHash accountHash;
  private final LogInAttempts attempts;

  public Authenticator(
      Accounts accounts,
      Credentials credentials,
      Passwords passwords,
      AccountHash accountHash,
      LogInAttempts attempts) {
    this.accounts = accounts;
    this.credentials = credentials;
    this.passwords = passwords;
    this.accountHash = accountHash;
    this.attempts = attempts;
  }

  /**
   * Empty for a wrong password and for an unknown name alike, after the same time; throws after too
   * many failures.
   */
  Optional<Credential> check(String nameOrEmail, String password) {
    if (password.length() > SignUpChecks.PASSWORD_MAX) {
      return Optional.empty();
    }
    String typed = nameOrEmail.strip();
    Optional<AccountId> named = named(typed);
    String who = named.map(AccountId::toString).orElse(AccountProjection.lower(typed));
    if (!attempts.areLeft(who)) {
      throw new ApiException(Problem.TOO_MANY_REQUESTS);
    }
    Optional<Credential> credential =
        named.filter(id -> accounts.byId(id).isPresent()).flatMap(credentials::of);
    if (isRight(password, credential.map(Credential::passwordHash).orElse(null))) {
      return credential;
    }
    attempts.failed(who);
    return Optional.empty();
  }

  private boolean isRight(String password, @Nullable String hash) {
    if (hash == null) {
      passwords.pretend(password);
      return false;
    }
    return passwords.matches(password, hash);
  }

  private Optional<AccountId> named(String nameOrEmail) {
    return nameOrEmail.contains("@")
        ? credentials.claimOf(accountHash.ofEmail(nameOrEmail)).map(EmailClaim::accountId)
        : accounts.byName(AccountProjection.lower(nameOrEmail));
  }
}
