package isegoria.account.read.account;

import isegoria.events.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The counts in the rows of accounts, written apart from what accounts say of themselves. */
public interface Counts {

  /** A count for every id. */
  Map<AccountId, Count> of(Collection<AccountId> ids);

  /** Writes a count; the higher offset of two wins. */
  CompletionStage<?> put(AccountId id, Count count, long offset);
}
