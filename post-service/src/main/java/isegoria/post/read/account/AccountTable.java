package isegoria.post.read.account;

import isegoria.events.AccountId;
import java.util.Collection;
import java.util.Map;

/** Accounts by identity and by name. */
public interface AccountTable {

  /** Those that exist. */
  Map<AccountId, KnownAccount> findAll(Collection<AccountId> ids);

  /** Whom the names mean, by the name in lower case; those that mean nobody are left out. */
  Map<String, AccountId> named(Collection<String> lowerCaseNames);
}
