package isegoria.moderation.kafka;

import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.PostId;
import isegoria.events.Topics;
import isegoria.events.moderation.ModerationState;
import isegoria.events.moderation.ReportState;
import isegoria.events.moderation.SanctionState;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.Category;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.Term;
import isegoria.moderation.write.sanction.Term.ReviewAt;
import isegoria.moderation.write.sanction.Term.Until;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Views to and from the topic of states, so that every table can be rebuilt from it. */
public final class ModerationStateCodec {

  /** What one record of the topic holds. */
  public sealed interface Stated {}

  public record StatedReport(ReportView report) implements Stated {}

  public record StatedSanction(SanctionView sanction) implements Stated {}

  private final AvroCodec<ModerationState> states =
      AvroCodec.of(Topics.MODERATION_STATES, ModerationState.class);

  public Stated decode(byte[] bytes) {
    ModerationState state = states.decode(bytes);
    ReportState report = state.getReport();
    SanctionState sanction = state.getSanction();
    if (state.getType().equals("report") && report != null && sanction == null) {
      return new StatedReport(view(report, state.getUpdatedAt()));
    }
    if (state.getType().equals("sanction") && sanction != null && report == null) {
      return new StatedSanction(view(sanction, state.getUpdatedAt()));
    }
    throw new IllegalArgumentException(
        "state: " + state.getType() + " (expected: report or sanction, and that field only)");
  }

  static ModerationState state(ReportView view) {
    ReportState report =
        new ReportState(
            view.id().toString(),
            view.reporter().toString(),
            view.subject().toString(),
            view.posts().stream().map(PostId::toString).toList(),
            view.category().word(),
            view.rules().stream().map(RuleId::toString).toList(),
            view.comment(),
            false,
            view.resolved(),
            view.createdAt());
    return new ModerationState("report", report, null, view.updatedAt());
  }

  static ModerationState state(SanctionView view) {
    Term term = view.term();
    SanctionState sanction =
        new SanctionState(
            view.id().toString(),
            view.subject().toString(),
            text(view.post()),
            view.kind().word(),
            view.rule().value(),
            view.reason(),
            view.imposedBy().toString(),
            view.imposedAt(),
            term instanceof Until(Instant end) ? end : null,
            term instanceof ReviewAt(Instant date) ? date : null,
            view.liftedAt(),
            text(view.report()));
    return new ModerationState("sanction", null, sanction, view.updatedAt());
  }

  private static ReportView view(ReportState state, Instant updatedAt) {
    return new ReportView(
        new ReportId(Long.parseLong(state.getReportId())),
        AccountId.of(state.getReporterId()),
        AccountId.of(state.getSubjectId()),
        state.getPostIds().stream().map(PostId::of).toList(),
        Category.valueOf(state.getCategory().toUpperCase(Locale.ROOT)),
        state.getRuleIds().stream().map(RuleId::new).toList(),
        state.getComment(),
        state.getResolved(),
        state.getCreatedAt(),
        updatedAt);
  }

  private static SanctionView view(SanctionState state, Instant updatedAt) {
    Instant end = state.getEndsAt();
    String post = state.getPostId();
    String report = state.getReportId();
    return new SanctionView(
        new SanctionId(Long.parseLong(state.getSanctionId())),
        AccountId.of(state.getSubjectId()),
        Kind.valueOf(state.getKind().toUpperCase(Locale.ROOT)),
        post == null ? null : PostId.of(post),
        new RuleId(state.getRuleId()),
        state.getReason(),
        AccountId.of(state.getImposedBy()),
        state.getImposedAt(),
        end == null ? new ReviewAt(state.getReviewAt()) : new Until(end),
        state.getLiftedAt(),
        report == null ? null : new ReportId(Long.parseLong(report)),
        updatedAt);
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
