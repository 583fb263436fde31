package isegoria.moderation.write.report;

import isegoria.moderation.write.Moderator;
import java.time.Instant;

/** What may be asked of a report. */
public sealed interface ReportCommand {

  record File(Complaint complaint) implements ReportCommand {}

  record Resolve(Moderator by, Verdict verdict, Instant at) implements ReportCommand {}

  /** Forgets the words, because their author is erased. */
  record Erase() implements ReportCommand {}
}
