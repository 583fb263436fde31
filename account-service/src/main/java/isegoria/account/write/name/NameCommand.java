package isegoria.account.write.name;

import isegoria.account.write.account.AccountCommand;
import isegoria.events.AccountId;

/** What may be asked of a name. */
public sealed interface NameCommand {

  /** Takes the name for the account that is opened with it. */
  record Claim(AccountCommand.Open opening) implements NameCommand {}

  /** Gives it back where the account could not be opened. */
  record Release(AccountId holder) implements NameCommand {}
}
