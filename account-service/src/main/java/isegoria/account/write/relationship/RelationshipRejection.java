package isegoria.account.write.relationship;

/** Why nothing changed between two accounts. */
public sealed interface RelationshipRejection {

  /** Whoever asks blocks the other account. */
  record TargetBlocked() implements RelationshipRejection {}

  /** The other account blocks whoever asks. */
  record BlockedByTarget() implements RelationshipRejection {}

  /** The other account cannot be followed: it is closed or suspended. */
  record TargetGone() implements RelationshipRejection {}

  record NoRequest() implements RelationshipRejection {}
}
