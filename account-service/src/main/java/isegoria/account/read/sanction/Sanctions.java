package isegoria.account.read.sanction;

import isegoria.events.AccountId;
import java.time.Instant;

/** The sanctions in force: one question, answered from memory. */
@FunctionalInterface
public interface Sanctions {

  /** How the account stands at that time. */
  SanctionStatus of(AccountId account, Instant at);
}
