package isegoria.account.write.name;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** Every shape a name can be in. */
public sealed interface Name {

  @StoredName("Free")
  record Free() implements Name {}

  @StoredName("Claimed")
  record Claimed(AccountId holder) implements Name {}
}
