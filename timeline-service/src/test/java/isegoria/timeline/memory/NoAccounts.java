package isegoria.timeline.memory;

import isegoria.timeline.read.account.AccountCounts;
import isegoria.timeline.read.account.AccountRow;
import isegoria.timeline.read.account.AccountTables;
import java.util.Collection;
import java.util.Map;

/** Tables of accounts with nothing in them. */
public final class NoAccounts implements AccountTables {
  @Override
  public Map<Long, AccountRow> accounts(Collection<Long> accountIds) {
    return Map.of();
  }

  @Override
  public Map<Long, AccountCounts> counts(Collection<Long> accountIds) {
    return Map.of();
  }
}
