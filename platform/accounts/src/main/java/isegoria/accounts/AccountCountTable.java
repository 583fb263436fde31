package isegoria.accounts;

import isegoria.api.view.AccountCounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the counts of accounts apart from their profiles. */
@FunctionalInterface
public interface AccountCountTable {

  /** The counts of every id; {@link AccountCounts#NONE} where nothing was counted. */
  Map<Long, AccountCounts> of(Collection<Long> ids);

  default AccountCounts of(long id) {
    return of(List.of(id)).getOrDefault(id, AccountCounts.NONE);
  }
}
