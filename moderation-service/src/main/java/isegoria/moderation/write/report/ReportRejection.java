package isegoria.moderation.write.report;

import isegoria.eventsourcing.StoredName;

/** Why a report's command recorded nothing. */
public sealed interface ReportRejection {

  @StoredName("AboutOneself")
  record AboutOneself() implements ReportRejection {}

  @StoredName("NotFiled")
  record NotFiled() implements ReportRejection {}

  @StoredName("NotAModerator")
  record NotAModerator() implements ReportRejection {}

  /** No moderator decides a report about their own account. */
  @StoredName("OwnCase")
  record OwnCase() implements ReportRejection {}

  /** Another report has that id already: the edge takes another. */
  @StoredName("IdTaken")
  record IdTaken() implements ReportRejection {}

  @StoredName("Gone")
  record Gone() implements ReportRejection {}
}
