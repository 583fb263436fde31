package isegoria.timeline.read.account;

import java.util.Collection;
import java.util.Map;

/** Reads accounts and counts for pages. Unknown ids are left out. */
public interface AccountTables {

  Map<Long, AccountRow> accounts(Collection<Long> accountIds);

  Map<Long, AccountCounts> counts(Collection<Long> accountIds);
}
