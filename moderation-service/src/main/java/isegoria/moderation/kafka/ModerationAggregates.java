package isegoria.moderation.kafka;

import isegoria.events.Topics;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.Policy;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.moderation.policy.WhenTermIsOverThenEnd;
import isegoria.moderation.write.report.Report;
import isegoria.moderation.write.report.ReportCommand;
import isegoria.moderation.write.report.ReportDecider;
import isegoria.moderation.write.report.ReportEvent;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.report.ReportRejection;
import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.SanctionCommand;
import isegoria.moderation.write.sanction.SanctionDecider;
import isegoria.moderation.write.sanction.SanctionEvent;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.SanctionRejection;
import java.util.List;

/** The aggregates of this service as the runtime knows them, and the topics they write. */
public record ModerationAggregates(
    AggregateType<ReportCommand, Report, ReportEvent, ReportRejection> report,
    AggregateType<SanctionCommand, Sanction, SanctionEvent, SanctionRejection> sanction) {

  public static final ServiceTopics TOPICS =
      new ServiceTopics(
          "moderation",
          Topics.MODERATION_COMMANDS,
          Topics.MODERATION_DEAD_LETTERS,
          Topics.MODERATION_OUTCOMES,
          Topics.MODERATION_REPLIES,
          Topics.MODERATION_PROGRESS,
          List.of(
              Topics.MODERATION_EVENTS,
              Topics.MODERATION_PRIVATE_EVENTS,
              Topics.MODERATION_STATES,
              Topics.MODERATION_ENFORCEMENT));

  public static ModerationAggregates with(SaltedHash hash) {
    return new ModerationAggregates(
        new AggregateType<>(
            ReportId.AGGREGATE_TYPE,
            ReportDecider.REPORT,
            ReportCommand.class,
            Report.class,
            ReportEvent.class,
            ReportRejection.class,
            new ReportCodec(),
            DueRule.nothing(),
            Policy.none(),
            OnErasure.erase(
                new ReportCommand.Erase(), key -> new Report.Erased(new ReportId(idOf(key))))),
        new AggregateType<>(
            SanctionId.AGGREGATE_TYPE,
            SanctionDecider.SANCTION,
            SanctionCommand.class,
            Sanction.class,
            SanctionEvent.class,
            SanctionRejection.class,
            new SanctionCodec(hash),
            new WhenTermIsOverThenEnd(),
            Policy.none(),
            OnErasure.erase(
                new SanctionCommand.Erase(),
                key -> new Sanction.Erased(new SanctionId(idOf(key))))));
  }

  private static long idOf(String key) {
    return Long.parseLong(key.substring(key.lastIndexOf('/') + 1));
  }

  public List<AggregateType<?, ?, ?, ?>> all() {
    return List.of(report, sanction);
  }
}
