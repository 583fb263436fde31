package isegoria.moderation.write.report;

import isegoria.eventsourcing.StoredName;
import isegoria.moderation.write.Moderator;
import java.time.Instant;

/** What may be asked of a report. */
public sealed interface ReportCommand {

  @StoredName("File")
  record File(Complaint complaint) implements ReportCommand {}

  @StoredName("Resolve")
  record Resolve(Moderator by, Verdict verdict, Instant at) implements ReportCommand {}

  /** Forgets the words, because their author is erased. */
  @StoredName("Erase")
  record Erase() implements ReportCommand {}
}
