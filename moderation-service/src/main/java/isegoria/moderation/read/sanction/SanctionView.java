package isegoria.moderation.read.sanction;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.Term;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sanction as it is read: what its published state says, and no more. */
public record SanctionView(
    SanctionId id,
    AccountId subject,
    Kind kind,
    @Nullable PostId post,
    RuleId rule,
    String reason,
    AccountId imposedBy,
    Instant imposedAt,
    Term term,
    @Nullable Instant liftedAt,
    @Nullable ReportId report,
    Instant updatedAt) {

  /** Whether it holds at that time; a late timer changes nothing about it. */
  public boolean isInForceAt(Instant now) {
    return liftedAt == null && term.horizon().isAfter(now);
  }

  /** Whether a moderator has to review it. */
  public boolean isReviewDueAt(Instant now) {
    return term instanceof Term.ReviewAt && isInForceAt(now) && term.isOverAt(now);
  }
}
