package isegoria.moderation.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.Meta;
import isegoria.events.Topics;
import isegoria.events.moderation.ModerationPrivateEvent;
import isegoria.events.moderation.ModerationState;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.moderation.read.report.ReportProjection;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.write.report.Complaint;
import isegoria.moderation.write.report.Report;
import isegoria.moderation.write.report.ReportEvent;
import isegoria.moderation.write.report.ReportEvent.ReportErased;
import isegoria.moderation.write.report.ReportEvent.ReportFiled;
import isegoria.moderation.write.report.ReportEvent.ReportResolved;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports on the restricted topics: the fact without words, the state with them. */
public final class ReportCodec implements Publisher<Report, ReportEvent> {

  private static final String FILED = "report_filed";
  private static final String RESOLVED = "report_resolved";

  private final AvroCodec<ModerationPrivateEvent> events =
      AvroCodec.of(Topics.MODERATION_PRIVATE_EVENTS, ModerationPrivateEvent.class);
  private final AvroCodec<ModerationState> states =
      AvroCodec.of(Topics.MODERATION_STATES, ModerationState.class);

  @Override
  public List<Publication> publish(Recorded<Report, ReportEvent> recorded) {
    List<Publication> publications = new ArrayList<>();
    for (int i = 0; i < recorded.events().size(); i++) {
      Publication published = publication(recorded, i);
      if (published != null) {
        publications.add(published);
      }
    }
    publications.add(state(recorded));
    return publications;
  }

  private @Nullable Publication publication(Recorded<Report, ReportEvent> recorded, int index) {
    Meta meta = MetaCodec.meta(recorded, index);
    return switch (recorded.events().get(index)) {
      case ReportFiled e ->
          event(recorded, FILED, new ModerationPrivateEvent(meta, FILED, filed(e), null));
      case ReportResolved e ->
          event(
              recorded,
              RESOLVED,
              new ModerationPrivateEvent(meta, RESOLVED, null, resolved(recorded.after(), e)));
      // No event: the tombstone of the state says it.
      case ReportErased _ -> null;
    };
  }

  private Publication event(Recorded<?, ?> recorded, String type, ModerationPrivateEvent value) {
    return new Publication(
        Topics.MODERATION_PRIVATE_EVENTS, recorded.key(), type, events.encode(value));
  }

  private static isegoria.events.moderation.ReportFiled filed(ReportFiled event) {
    Complaint of = event.complaint();
    return new isegoria.events.moderation.ReportFiled(
        of.id().toString(),
        of.reporter().toString(),
        of.subject().toString(),
        texts(of.posts()),
        of.category().word(),
        texts(of.rules()),
        of.comment().length());
  }

  private static isegoria.events.moderation.ReportResolved resolved(
      Report after, ReportResolved event) {
    if (!(after instanceof Report.Resolved(Complaint complaint, _, _, _))) {
      throw new IllegalStateException("report: " + after + " (expected: Resolved)");
    }
    return new isegoria.events.moderation.ReportResolved(
        complaint.id().toString(), event.by().toString(), event.verdict().word());
  }

  private Publication state(Recorded<Report, ReportEvent> recorded) {
    ReportView view = ReportProjection.view(recorded.after(), recorded.recordedAt());
    return new Publication(
        Topics.MODERATION_STATES,
        recorded.key(),
        "report",
        view == null ? null : states.encode(ModerationStateCodec.state(view)));
  }

  private static List<String> texts(List<?> ids) {
    return ids.stream().map(Object::toString).toList();
  }
}
