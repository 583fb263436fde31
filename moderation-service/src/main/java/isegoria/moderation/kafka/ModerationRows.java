package isegoria.moderation.kafka;

import isegoria.eventsourcing.apply.Projection;
import isegoria.eventsourcing.record.Outcome;
import isegoria.moderation.read.listing.ListingTable;
import isegoria.moderation.read.listing.Scope;
import isegoria.moderation.read.report.ReportProjection;
import isegoria.moderation.read.report.ReportTable;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.read.sanction.SanctionProjection;
import isegoria.moderation.read.sanction.SanctionTable;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.report.Report;
import isegoria.moderation.write.sanction.Sanction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Outcomes to rows: what is decided can be read before its asker is answered. */
public final class ModerationRows implements Projection {

  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  private final ReportTable reports;
  private final SanctionTable sanctions;
  private final ListingTable listings;

  public ModerationRows(ReportTable reports, SanctionTable sanctions, ListingTable listings) {
    this.reports = reports;
    this.sanctions = sanctions;
    this.listings = listings;
  }

  @Override
  public CompletionStage<?> apply(Outcome<?, ?, ?> outcome) {
    long micros = outcome.recordedMicros();
    return switch (outcome.state()) {
      case Report.Erased of -> reports.remove(of.id(), micros);
      case Report report -> {
        ReportView view = ReportProjection.view(report, outcome.recordedAt());
        yield view == null ? NOTHING : put(view, micros);
      }
      case Sanction.Erased of -> sanctions.remove(of.id(), micros);
      case Sanction sanction -> {
        SanctionView view = SanctionProjection.view(sanction, outcome.recordedAt());
        yield view == null ? NOTHING : put(view, micros);
      }
      default ->
          throw new IllegalStateException(
              "outcome of " + outcome.aggregateType() + " (expected: a report or a sanction)");
    };
  }

  CompletionStage<?> put(ReportView report, long micros) {
    long id = report.id().value();
    return all(
        reports.put(report, micros),
        listings.add(Scope.REPORTS, id, micros),
        listings.add(Scope.reportsAbout(report.subject()), id, micros),
        listings.add(Scope.reportsBy(report.reporter()), id, micros));
  }

  CompletionStage<?> put(SanctionView sanction, long micros) {
    long id = sanction.id().value();
    return all(
        sanctions.put(sanction, micros),
        listings.add(Scope.SANCTIONS, id, micros),
        listings.add(Scope.sanctionsOn(sanction.subject()), id, micros));
  }

  private static CompletionStage<?> all(CompletionStage<?>... writes) {
    CompletableFuture<?>[] all = new CompletableFuture<?>[writes.length];
    for (int i = 0; i < writes.length; i++) {
      all[i] = writes[i].toCompletableFuture();
    }
    return CompletableFuture.allOf(all);
  }
}
