package isegoria.account.write.name;

import isegoria.account.write.account.AccountCommand;
import isegoria.events.AccountId;

/** What can happen to a name. */
public sealed interface NameEvent {

  record NameClaimed(AccountCommand.Open opening) implements NameEvent {}

  record NameReleased(AccountId holder) implements NameEvent {}
}
