package isegoria.account.read.account;

import isegoria.account.write.account.Account;
import isegoria.events.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The queries on the tables of accounts. Names are in lower case. */
public interface Accounts {

  Optional<Account.Open> byId(AccountId id);

  /** Those of the ids that are open. */
  Map<AccountId, Account.Open> byIds(Collection<AccountId> ids);

  /** The same, with what is counted of each. */
  Map<AccountId, CountedAccount> countedByIds(Collection<AccountId> ids);

  Optional<AccountId> byName(String name);

  /** Accounts whose names begin so, by name; a beginning has at least two characters. */
  List<AccountId> byPrefix(String beginning, int limit);

  /**
   * Accounts with a word in their display names that begins so, by word; at least two characters.
   */
  Set<AccountId> byWord(String beginning, int limit);
}
