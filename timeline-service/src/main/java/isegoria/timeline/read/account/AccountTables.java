package isegoria.timeline.read.account;

import java.util.Collection;
import java.util.Map;

/** Where the copies of accounts are kept, for pages. Ids that are not there are left out. */
public interface AccountTables {

  Map<Long, AccountRow> accounts(Collection<Long> accountIds);

  Map<Long, AccountCounts> counts(Collection<Long> accountIds);
}
