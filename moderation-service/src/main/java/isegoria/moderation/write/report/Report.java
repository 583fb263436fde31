package isegoria.moderation.write.report;

import isegoria.events.AccountId;
import java.time.Instant;

/** Every shape a report can be in. Its words are gone in the shapes that have no complaint. */
public sealed interface Report {

  record Unfiled() implements Report {}

  record Filed(Complaint complaint) implements Report {}

  record Resolved(Complaint complaint, AccountId by, Verdict verdict, Instant at)
      implements Report {}

  /** The reporter is gone, and the words with them. */
  record Erased(ReportId id) implements Report {}
}
