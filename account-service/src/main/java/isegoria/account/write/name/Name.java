package isegoria.account.write.name;

import isegoria.events.AccountId;

/** Every shape a name can be in. */
public sealed interface Name {

  record Free() implements Name {}

  record Claimed(AccountId holder) implements Name {}
}
