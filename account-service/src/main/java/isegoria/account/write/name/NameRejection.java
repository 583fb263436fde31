package isegoria.account.write.name;

import isegoria.eventsourcing.StoredName;

/** Why a name was not given. */
public sealed interface NameRejection {

  /** Another account holds it. */
  @StoredName("NameTaken")
  record NameTaken() implements NameRejection {}
}
