package isegoria.moderation.write.report;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.moderation.write.report.Report.Erased;
import isegoria.moderation.write.report.Report.Filed;
import isegoria.moderation.write.report.Report.Resolved;
import isegoria.moderation.write.report.Report.Unfiled;
import isegoria.moderation.write.report.ReportCommand.Erase;
import isegoria.moderation.write.report.ReportCommand.File;
import isegoria.moderation.write.report.ReportCommand.Resolve;
import isegoria.moderation.write.report.ReportEvent.ReportErased;
import isegoria.moderation.write.report.ReportEvent.ReportFiled;
import isegoria.moderation.write.report.ReportEvent.ReportResolved;
import isegoria.moderation.write.report.ReportRejection.AboutOneself;
import isegoria.moderation.write.report.ReportRejection.Gone;
import isegoria.moderation.write.report.ReportRejection.IdTaken;
import isegoria.moderation.write.report.ReportRejection.NotAModerator;
import isegoria.moderation.write.report.ReportRejection.NotFiled;
import isegoria.moderation.write.report.ReportRejection.OwnCase;

/** The rules of reports, one row for every (state, command). */
public final class ReportDecider {

  public static final Decider<ReportCommand, Report, ReportEvent, ReportRejection> REPORT =
      new Decider<>(new Unfiled(), ReportDecider::decide, ReportDecider::evolve);

  private record Asked(Report of, ReportCommand to) {}

  private ReportDecider() {}

  static Decision<ReportEvent, ReportRejection> decide(Report report, ReportCommand command) {
    return switch (new Asked(report, command)) {
      case Asked(Unfiled _, File to) when to.complaint().isAboutItsAuthor() ->
          reject(new AboutOneself());
      case Asked(Unfiled _, File to) -> accept(new ReportFiled(to.complaint()));
      case Asked(Unfiled _, Resolve _) -> reject(new NotFiled());
      case Asked(Unfiled _, Erase _) -> reject(new NotFiled());

      case Asked(Filed of, File to) when of.complaint().equals(to.complaint()) -> accept();
      case Asked(Filed _, File _) -> reject(new IdTaken());
      case Asked(Filed _, Resolve to) when !to.by().mayModerate() -> reject(new NotAModerator());
      case Asked(Filed of, Resolve to) when to.by().id().equals(of.complaint().subject()) ->
          reject(new OwnCase());
      case Asked(Filed _, Resolve to) ->
          accept(new ReportResolved(to.by().id(), to.verdict(), to.at()));
      case Asked(Filed _, Erase _) -> accept(new ReportErased());

      case Asked(Resolved of, File to) when of.complaint().equals(to.complaint()) -> accept();
      case Asked(Resolved _, File _) -> reject(new IdTaken());
      case Asked(Resolved _, Resolve to) when !to.by().mayModerate() -> reject(new NotAModerator());
      case Asked(Resolved _, Resolve _) -> accept();
      case Asked(Resolved _, Erase _) -> accept(new ReportErased());

      case Asked(Erased _, File _) -> reject(new IdTaken());
      case Asked(Erased _, Resolve _) -> reject(new Gone());
      case Asked(Erased _, Erase _) -> accept();
    };
  }

  static Report evolve(Report report, ReportEvent event) {
    return switch (event) {
      case ReportFiled e -> new Filed(e.complaint());
      case ReportResolved e -> new Resolved(complaint(report), e.by(), e.verdict(), e.at());
      case ReportErased _ -> new Erased(complaint(report).id());
    };
  }

  private static Complaint complaint(Report report) {
    return switch (report) {
      case Filed of -> of.complaint();
      case Resolved of -> of.complaint();
      case Unfiled of -> throw impossible(of);
      case Erased of -> throw impossible(of);
    };
  }

  private static IllegalStateException impossible(Report report) {
    return new IllegalStateException("report: " + report + " (expected: Filed or Resolved)");
  }
}
