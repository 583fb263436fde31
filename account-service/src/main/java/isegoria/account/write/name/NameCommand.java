package isegoria.account.write.name;

import isegoria.account.write.account.AccountCommand;
import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** What may be asked of a name. */
public sealed interface NameCommand {

  /** Takes the name for the account that is opened with it. */
  @StoredName("Claim")
  record Claim(AccountCommand.Open opening) implements NameCommand {}

  /** Gives it back where the account could not be opened. */
  @StoredName("Release")
  record Release(AccountId holder) implements NameCommand {}
}
