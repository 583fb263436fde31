package isegoria.moderation.write.sanction;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** Every shape a sanction can be in. */
public sealed interface Sanction {

  @StoredName("None")
  record None() implements Sanction {}

  @StoredName("InForce")
  record InForce(Imposition imposition, boolean reviewDue) implements Sanction {}

  @StoredName("Lifted")
  record Lifted(Imposition imposition, AccountId by, Instant at) implements Sanction {}

  @StoredName("Ended")
  record Ended(Imposition imposition, Instant at) implements Sanction {}

  /** The person is gone, and what was said about them with them. */
  @StoredName("Erased")
  record Erased(SanctionId id) implements Sanction {}

  /** The terms with who imposed them and when. */
  record Imposition(SanctionId id, Terms terms, AccountId by, Instant at) {}
}
