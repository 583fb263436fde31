package isegoria.account.read.login;

import isegoria.api.scope.Scopes;
import isegoria.events.AccountId;
import java.util.Optional;

/** The tables of apps and of what people have allowed them. */
public interface Apps {

  void put(App app);

  Optional<App> byId(long id);

  Optional<App> byClientId(String clientId);

  void allow(AccountId account, long appId, Scopes scopes);

  Optional<Scopes> allowed(AccountId account, long appId);

  /** Forgets what the account has allowed. */
  void forget(AccountId account);
}
