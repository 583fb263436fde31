package isegoria.moderation.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import isegoria.api.Timestamps;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.sanction.Term;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sanction in the answers of this platform's own routes. */
record SanctionEntity(
    String id,
    @JsonProperty("subject_id") String subjectId,
    String kind,
    @JsonProperty("post_id") @Nullable String postId,
    @JsonProperty("rule_id") String ruleId,
    String reason,
    @JsonProperty("imposed_by") String imposedBy,
    @JsonProperty("imposed_at") String imposedAt,
    @JsonProperty("ends_at") @Nullable String endsAt,
    @JsonProperty("review_at") @Nullable String reviewAt,
    @JsonProperty("lapses_at") String lapsesAt,
    @JsonProperty("lifted_at") @Nullable String liftedAt,
    @JsonProperty("report_id") @Nullable String reportId,
    @JsonProperty("in_force") boolean inForce,
    @JsonProperty("review_due") boolean reviewDue) {

  static SanctionEntity of(SanctionView view, Instant now) {
    Term term = view.term();
    return new SanctionEntity(
        view.id().toString(),
        view.subject().toString(),
        view.kind().word(),
        text(view.post()),
        view.rule().value(),
        view.reason(),
        view.imposedBy().toString(),
        Timestamps.render(view.imposedAt()),
        term instanceof Term.Until(Instant end) ? Timestamps.render(end) : null,
        term instanceof Term.ReviewAt(Instant date) ? Timestamps.render(date) : null,
        Timestamps.render(term.horizon()),
        view.liftedAt() == null ? null : Timestamps.render(view.liftedAt()),
        text(view.report()),
        view.isInForceAt(now),
        view.isReviewDueAt(now));
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
