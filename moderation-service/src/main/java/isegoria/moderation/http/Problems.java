package isegoria.moderation.http;

import isegoria.api.error.Problem;
import isegoria.edge.ApiException;
import isegoria.moderation.write.report.ReportRejection;
import isegoria.moderation.write.sanction.Draft.Gap;
import isegoria.moderation.write.sanction.SanctionRejection;
import java.util.List;
import java.util.stream.Collectors;

/** Every rejection of this service's rules as the error that clients know. */
final class Problems {

  private Problems() {}

  static ApiException of(ReportRejection rejection) {
    return switch (rejection) {
      case ReportRejection.AboutOneself _ -> ApiException.invalid("Target account is your own");
      case ReportRejection.NotFiled _ -> ApiException.notFound();
      case ReportRejection.NotAModerator _ -> new ApiException(Problem.NOT_ALLOWED);
      case ReportRejection.OwnCase _ -> new ApiException(Problem.NOT_ALLOWED);
      case ReportRejection.IdTaken _ -> ApiException.unavailable();
      case ReportRejection.Gone _ -> ApiException.notFound();
    };
  }

  static ApiException of(SanctionRejection rejection) {
    return switch (rejection) {
      case SanctionRejection.NotAModerator _ -> new ApiException(Problem.NOT_ALLOWED);
      case SanctionRejection.OwnCase _ -> new ApiException(Problem.NOT_ALLOWED);
      case SanctionRejection.SubjectOutranks _ -> new ApiException(Problem.NOT_ALLOWED);
      case SanctionRejection.TermOver _ ->
          ApiException.invalid("ends_at or review_at must be in the future");
      case SanctionRejection.TermTooLong r ->
          ApiException.invalid(
              "ends_at or review_at must be within " + r.daysMax() + " days: nothing is for ever");
      case SanctionRejection.NotImposed _ -> ApiException.notFound();
      case SanctionRejection.NotYetDue _ -> ApiException.invalid("Sanction is not due yet");
      case SanctionRejection.IdTaken _ -> ApiException.unavailable();
      case SanctionRejection.Gone _ -> ApiException.notFound();
    };
  }

  /** Everything that a sanction lacks, in one answer. */
  static ApiException of(List<Gap> gaps) {
    return ApiException.invalid(
        gaps.stream().map(Problems::clause).collect(Collectors.joining(", ")));
  }

  private static String clause(Gap gap) {
    return switch (gap) {
      case KIND_MISSING -> "kind must be limit, freeze, suspend or remove_post";
      case RULE_MISSING -> "rule_id must name a published rule";
      case REASON_BLANK -> "text can't be blank: a sanction states its reason";
      case REASON_TOO_LONG -> "text is too long (maximum is 5000 characters)";
      case TERM_MISSING -> "ends_at or review_at must be given: nothing is for ever";
      case TERM_TWICE -> "only one of ends_at and review_at can be given";
      case POST_MISSING -> "post_id must name the post";
      case POST_NOT_EXPECTED -> "post_id can only be given to remove_post";
    };
  }
}
