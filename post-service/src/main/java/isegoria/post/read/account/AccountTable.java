package isegoria.post.read.account;

import isegoria.events.AccountId;
import java.util.Collection;
import java.util.Map;

/** Accounts by identity and by name. */
public interface AccountTable {

  /** Those that exist. */
  Map<AccountId, KnownAccount> findAll(Collection<AccountId> ids);

  /** The accounts of these names, by the name in lower case; unknown names are left out. */
  Map<String, AccountId> named(Collection<String> lowerCaseNames);
}
