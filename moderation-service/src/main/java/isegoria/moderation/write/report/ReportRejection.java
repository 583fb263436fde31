package isegoria.moderation.write.report;

/** Why a report's command recorded nothing. */
public sealed interface ReportRejection {

  record AboutOneself() implements ReportRejection {}

  record NotFiled() implements ReportRejection {}

  record NotAModerator() implements ReportRejection {}

  /** Nobody rules on a report about themselves. */
  record OwnCase() implements ReportRejection {}

  /** Another report has that id already: the edge takes another. */
  record IdTaken() implements ReportRejection {}

  record Gone() implements ReportRejection {}
}
