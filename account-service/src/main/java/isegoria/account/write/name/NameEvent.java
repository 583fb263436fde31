package isegoria.account.write.name;

import isegoria.account.write.account.AccountCommand;
import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** What can happen to a name. */
public sealed interface NameEvent {

  @StoredName("NameClaimed")
  record NameClaimed(AccountCommand.Open opening) implements NameEvent {}

  @StoredName("NameReleased")
  record NameReleased(AccountId holder) implements NameEvent {}
}
