package isegoria.moderation.write.report;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** What has happened to a report. */
public sealed interface ReportEvent {

  @StoredName("ReportFiled")
  record ReportFiled(Complaint complaint) implements ReportEvent {}

  @StoredName("ReportResolved")
  record ReportResolved(AccountId by, Verdict verdict, Instant at) implements ReportEvent {}

  @StoredName("ReportErased")
  record ReportErased() implements ReportEvent {}
}
