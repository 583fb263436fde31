package isegoria.account.read.login;

import isegoria.events.AccountId;
import java.util.List;
import java.util.Optional;

/** The tables of codes, tokens and sessions. */
public interface Tokens {

  void put(AccessToken token);

  Optional<AccessToken> byHash(String hash);

  /** All of an account's tokens. */
  List<AccessToken> of(AccountId account);

  void remove(AccessToken token);

  void putCode(String hash, AuthorizationCode code);

  /** Takes a code: only the first who asks gets it. */
  Optional<AuthorizationCode> takeCode(String hash);

  void putSession(String hash, AccountId account);

  Optional<AccountId> session(String hash);

  void removeSession(String hash);
}
