package isegoria.moderation.read.report;

import isegoria.moderation.write.report.Complaint;
import isegoria.moderation.write.report.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a report's state becomes its view. */
public final class ReportProjection {

  private ReportProjection() {}

  /** The view, or null when nothing of the report is to be seen. */
  public static @Nullable ReportView view(Report report, Instant recordedAt) {
    return switch (report) {
      case Report.Unfiled _ -> null;
      case Report.Filed of -> view(of.complaint(), false, recordedAt);
      case Report.Resolved of -> view(of.complaint(), true, recordedAt);
      case Report.Erased _ -> null;
    };
  }

  private static ReportView view(Complaint of, boolean resolved, Instant recordedAt) {
    return new ReportView(
        of.id(),
        of.reporter(),
        of.subject(),
        of.posts(),
        of.category(),
        of.rules(),
        of.comment().text(),
        resolved,
        of.filedAt(),
        recordedAt);
  }
}
