package isegoria.moderation.write.report;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** Every shape a report can be in. Its words are gone in the shapes that have no complaint. */
public sealed interface Report {

  @StoredName("Unfiled")
  record Unfiled() implements Report {}

  @StoredName("Filed")
  record Filed(Complaint complaint) implements Report {}

  @StoredName("Resolved")
  record Resolved(Complaint complaint, AccountId by, Verdict verdict, Instant at)
      implements Report {}

  /** The reporter is gone, and the words with them. */
  @StoredName("Erased")
  record Erased(ReportId id) implements Report {}
}
