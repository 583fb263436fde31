package isegoria.moderation.write.report;

import isegoria.events.AccountId;
import java.time.Instant;

/** What has happened to a report. */
public sealed interface ReportEvent {

  record ReportFiled(Complaint complaint) implements ReportEvent {}

  record ReportResolved(AccountId by, Verdict verdict, Instant at) implements ReportEvent {}

  record ReportErased() implements ReportEvent {}
}
