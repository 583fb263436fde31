package isegoria.moderation.http;

import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.events.AccountId;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Draft;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.Terms;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a moderator sent, as terms; throws one error that names everything that is missing. */
public final class Drafts {

  private final RuleBook rules;

  public Drafts(RuleBook rules) {
    this.rules = rules;
  }

  Terms read(
      Params params,
      AccountId subject,
      @Nullable Kind kind,
      @Nullable String reason,
      @Nullable ReportId report) {
    Draft draft =
        new Draft(
            subject,
            kind,
            rule(params),
            reason,
            time(params, "ends_at"),
            time(params, "review_at"),
            params.postId("post_id"),
            report);
    return switch (draft.read()) {
      case Draft.Complete complete -> complete.terms();
      case Draft.Incomplete incomplete -> throw Problems.of(incomplete.gaps());
    };
  }

  private @Nullable RuleId rule(Params params) {
    String id = params.text("rule_id");
    return id == null ? null : rules.known(id.strip());
  }

  private static @Nullable Instant time(Params params, String name) {
    String text = params.text(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      Instant at = OffsetDateTime.parse(text.strip()).toInstant();
      return at.truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException notATime) {
      throw ApiException.invalid(name + " must be a time, such as 2026-08-08T12:05:00Z");
    }
  }

  /** The report that was named, or null when none was; 404 for what cannot be one. */
  static @Nullable ReportId reportId(Params params) {
    AccountId number = params.accountId("report_id");
    return number == null ? null : new ReportId(number.value());
  }
}
