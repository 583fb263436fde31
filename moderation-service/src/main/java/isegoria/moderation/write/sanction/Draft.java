package isegoria.moderation.write.sanction;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Term.ReviewAt;
import isegoria.moderation.write.sanction.Term.Until;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator has filled in so far. It becomes {@link Terms} only when nothing is missing, and
 * says everything that is, at once.
 */
public record Draft(
    AccountId subject,
    @Nullable Kind kind,
    @Nullable RuleId rule,
    @Nullable String reason,
    @Nullable Instant endsAt,
    @Nullable Instant reviewAt,
    @Nullable PostId post,
    @Nullable ReportId report) {

  /** One thing that stands between a draft and a sanction. */
  public enum Gap {
    KIND_MISSING,
    RULE_MISSING,
    REASON_BLANK,
    REASON_TOO_LONG,
    TERM_MISSING,
    TERM_TWICE,
    POST_MISSING,
    POST_NOT_EXPECTED
  }

  /** What a draft comes to. */
  public sealed interface Drafted {}

  public record Complete(Terms terms) implements Drafted {}

  public record Incomplete(List<Gap> gaps) implements Drafted {
    public Incomplete {
      gaps = List.copyOf(gaps);
    }
  }

  public Drafted read() {
    List<Gap> gaps = gaps();
    if (kind == null || rule == null || reason == null || !gaps.isEmpty()) {
      return new Incomplete(gaps);
    }
    Term term =
        endsAt != null ? new Until(endsAt) : reviewAt != null ? new ReviewAt(reviewAt) : null;
    Measure measure = measure(kind, post);
    if (term == null || measure == null) {
      return new Incomplete(gaps);
    }
    return new Complete(new Terms(subject, measure, rule, Reason.of(reason), term, report));
  }

  private List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    if (kind == null) {
      gaps.add(Gap.KIND_MISSING);
    }
    if (rule == null) {
      gaps.add(Gap.RULE_MISSING);
    }
    if (reason == null || Reason.isBlank(reason)) {
      gaps.add(Gap.REASON_BLANK);
    } else if (Reason.isTooLong(reason)) {
      gaps.add(Gap.REASON_TOO_LONG);
    }
    if (endsAt == null && reviewAt == null) {
      gaps.add(Gap.TERM_MISSING);
    }
    if (endsAt != null && reviewAt != null) {
      gaps.add(Gap.TERM_TWICE);
    }
    if (kind == Kind.REMOVE_POST && post == null) {
      gaps.add(Gap.POST_MISSING);
    }
    if (kind != null && kind != Kind.REMOVE_POST && post != null) {
      gaps.add(Gap.POST_NOT_EXPECTED);
    }
    return gaps;
  }

  private static @Nullable Measure measure(Kind kind, @Nullable PostId post) {
    return switch (kind) {
      case LIMIT -> new Measure.Limit();
      case FREEZE -> new Measure.Freeze();
      case SUSPEND -> new Measure.Suspend();
      case REMOVE_POST -> post == null ? null : new Measure.RemovePost(post);
    };
  }
}
