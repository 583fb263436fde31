package isegoria.moderation.write.report;

import static isegoria.moderation.TestPeople.AGGREGATES;
import static isegoria.moderation.TestPeople.ANA;
import static isegoria.moderation.TestPeople.BO;
import static isegoria.moderation.TestPeople.COMPLAINT;
import static isegoria.moderation.TestPeople.MODERATOR;
import static isegoria.moderation.TestPeople.NOBODY;
import static isegoria.moderation.TestPeople.NOW;

import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
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
import isegoria.testkit.DeciderSpec;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ReportDeciderTest {

  private static final ReportFiled FILED = new ReportFiled(COMPLAINT);
  private static final ReportResolved RESOLVED = new ReportResolved(ANA, Verdict.SANCTIONED, NOW);
  private static final ReportErased ERASED = new ReportErased();
  private static final Resolve RESOLVE = new Resolve(MODERATOR, Verdict.SANCTIONED, NOW);
  private static final Complaint OTHER =
      new Complaint(
          COMPLAINT.id(), ANA, BO, List.of(), Category.OTHER, List.of(), new Comment(""), NOW);

  private final DeciderSpec<ReportCommand, Report, ReportEvent, ReportRejection> report =
      DeciderSpec.of(AGGREGATES.report());

  @Nested
  final class Unfiled {
    @Test
    void is_filed() {
      report.given().when(new File(COMPLAINT)).then(FILED);
    }

    @Test
    void is_not_filed_about_oneself() {
      Complaint own =
          new Complaint(
              COMPLAINT.id(), BO, BO, List.of(), Category.OTHER, List.of(), new Comment(""), NOW);
      report.given().when(new File(own)).thenRejected(new AboutOneself());
    }

    @Test
    void cannot_be_resolved() {
      report.given().when(RESOLVE).thenRejected(new NotFiled());
    }

    @Test
    void cannot_be_erased() {
      report.given().when(new Erase()).thenRejected(new NotFiled());
    }
  }

  @Nested
  final class Filed {
    @Test
    void filed_again_changes_nothing() {
      report.given(FILED).when(new File(COMPLAINT)).thenNothing();
    }

    @Test
    void refuses_another_report_of_its_id() {
      report.given(FILED).when(new File(OTHER)).thenRejected(new IdTaken());
    }

    @Test
    void is_resolved_by_a_moderator() {
      report.given(FILED).when(RESOLVE).then(RESOLVED);
    }

    @Test
    void is_not_resolved_by_others() {
      report
          .given(FILED)
          .when(new Resolve(NOBODY, Verdict.NO_ACTION, NOW))
          .thenRejected(new NotAModerator());
    }

    @Test
    void is_not_resolved_by_its_subject() {
      report
          .given(FILED)
          .when(new Resolve(new Moderator(BO, Authority.ADMIN), Verdict.NO_ACTION, NOW))
          .thenRejected(new OwnCase());
    }

    @Test
    void is_erased() {
      report.given(FILED).when(new Erase()).then(ERASED);
    }
  }

  @Nested
  final class Resolved {
    @Test
    void filed_again_changes_nothing() {
      report.given(FILED, RESOLVED).when(new File(COMPLAINT)).thenNothing();
    }

    @Test
    void refuses_another_report_of_its_id() {
      report.given(FILED, RESOLVED).when(new File(OTHER)).thenRejected(new IdTaken());
    }

    @Test
    void resolved_again_changes_nothing() {
      report.given(FILED, RESOLVED).when(RESOLVE).thenNothing();
    }

    @Test
    void is_not_resolved_by_others() {
      report
          .given(FILED, RESOLVED)
          .when(new Resolve(NOBODY, Verdict.NO_ACTION, NOW))
          .thenRejected(new NotAModerator());
    }

    @Test
    void is_erased() {
      report.given(FILED, RESOLVED).when(new Erase()).then(ERASED);
    }
  }

  @Nested
  final class Erased {
    @Test
    void keeps_its_id() {
      report.given(FILED, ERASED).when(new File(COMPLAINT)).thenRejected(new IdTaken());
    }

    @Test
    void cannot_be_resolved() {
      report.given(FILED, ERASED).when(RESOLVE).thenRejected(new Gone());
    }

    @Test
    void erased_again_changes_nothing() {
      report.given(FILED, ERASED).when(new Erase()).thenNothing();
    }
  }
}
