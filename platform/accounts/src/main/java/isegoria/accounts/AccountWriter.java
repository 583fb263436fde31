package isegoria.accounts;

import isegoria.api.view.AccountCounts;
import isegoria.api.view.AccountProfile;
import java.util.concurrent.CompletionStage;

/** Writes this service's copy of accounts; a stage completes when its rows are durable. */
public interface AccountWriter {

  /**
   * Writes the account as it is now.
   *
   * @param state the record's value, from which the profile was decoded
   * @param micros when the change was recorded
   */
  CompletionStage<?> put(AccountProfile profile, byte[] state, long micros);

  /** Removes everything that is kept of an account, its counts included. */
  CompletionStage<?> remove(long id, long micros);

  /** Writes what is counted of an account; the higher offset of two wins. */
  CompletionStage<?> put(long id, AccountCounts counts, long offset);
}
