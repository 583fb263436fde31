package isegoria.moderation.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.Topics;
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
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reports on the restricted topics: the fact without words, the state with them. */
public final class ReportCodec implements Publisher<Report, ReportEvent> {

  private final AvroCodec<ModerationState> states =
      AvroCodec.of(Topics.MODERATION_STATES, ModerationState.class);

  @Override
  public List<Publication> publish(Recorded<Report, ReportEvent> recorded) {
    List<Publication> publications = new ArrayList<>();
    for (int i = 0; i < recorded.events().size(); i++) {
      SpecificRecord fact = fact(recorded.events().get(i), recorded.after());
      if (fact != null) {
        publications.add(ModerationTopics.FACTS.fact(/* isOpen= */ false, recorded, i, fact));
      }
    }
    publications.add(state(recorded));
    return publications;
  }

  private static @Nullable SpecificRecord fact(ReportEvent event, Report after) {
    return switch (event) {
      case ReportFiled e -> filed(e);
      case ReportResolved e -> resolved(after, e);
      // No event: the tombstone of the state says it.
      case ReportErased _ -> null;
    };
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
