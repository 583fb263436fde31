package isegoria.account.write.relationship;

import isegoria.eventsourcing.StoredName;

/** Why nothing changed between two accounts. */
public sealed interface RelationshipRejection {

  /** The account that asks blocks the other account. */
  @StoredName("TargetBlocked")
  record TargetBlocked() implements RelationshipRejection {}

  /** The other account blocks the account that asks. */
  @StoredName("BlockedByTarget")
  record BlockedByTarget() implements RelationshipRejection {}

  /** The other account cannot be followed: it is closed or suspended. */
  @StoredName("TargetGone")
  record TargetGone() implements RelationshipRejection {}

  @StoredName("NoRequest")
  record NoRequest() implements RelationshipRejection {}
}
