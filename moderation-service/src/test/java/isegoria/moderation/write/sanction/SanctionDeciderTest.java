package isegoria.moderation.write.sanction;

import static isegoria.moderation.TestPeople.AGGREGATES;
import static isegoria.moderation.TestPeople.ANA;
import static isegoria.moderation.TestPeople.BO;
import static isegoria.moderation.TestPeople.MODERATOR;
import static isegoria.moderation.TestPeople.NOBODY;
import static isegoria.moderation.TestPeople.NOW;
import static isegoria.moderation.TestPeople.inDays;
import static isegoria.moderation.TestPeople.terms;

import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import isegoria.moderation.write.sanction.SanctionCommand.End;
import isegoria.moderation.write.sanction.SanctionCommand.Erase;
import isegoria.moderation.write.sanction.SanctionCommand.FallDue;
import isegoria.moderation.write.sanction.SanctionCommand.Impose;
import isegoria.moderation.write.sanction.SanctionCommand.Lift;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionEnded;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionErased;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionImposed;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionLifted;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionReviewDue;
import isegoria.moderation.write.sanction.SanctionRejection.Gone;
import isegoria.moderation.write.sanction.SanctionRejection.IdTaken;
import isegoria.moderation.write.sanction.SanctionRejection.NotAModerator;
import isegoria.moderation.write.sanction.SanctionRejection.NotImposed;
import isegoria.moderation.write.sanction.SanctionRejection.NotYetDue;
import isegoria.moderation.write.sanction.SanctionRejection.OwnCase;
import isegoria.moderation.write.sanction.SanctionRejection.SubjectOutranks;
import isegoria.moderation.write.sanction.SanctionRejection.TermOver;
import isegoria.moderation.write.sanction.SanctionRejection.TermTooLong;
import isegoria.moderation.write.sanction.Term.ReviewAt;
import isegoria.moderation.write.sanction.Term.Until;
import isegoria.testkit.DeciderSpec;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SanctionDeciderTest {

  private static final SanctionId ID = new SanctionId(401);
  private static final Measure LIMIT = new Measure.Limit();
  private static final Until A_WEEK = new Until(inDays(7));
  private static final ReviewAt IN_A_MONTH = new ReviewAt(inDays(30));
  private static final Impose IMPOSE = impose(MODERATOR, Authority.USER, A_WEEK);
  private static final SanctionImposed IMPOSED = imposed(A_WEEK);
  private static final SanctionImposed TO_BE_REVIEWED = imposed(IN_A_MONTH);
  private static final SanctionReviewDue DUE = new SanctionReviewDue(inDays(30));
  private static final SanctionLifted LIFTED = new SanctionLifted(ANA, NOW);
  private static final SanctionEnded ENDED = new SanctionEnded(inDays(7));
  private static final SanctionErased ERASED = new SanctionErased();
  private static final Lift LIFT = new Lift(MODERATOR, NOW);
  private static final Lift LIFT_BY_NOBODY = new Lift(NOBODY, NOW);

  private final DeciderSpec<SanctionCommand, Sanction, SanctionEvent, SanctionRejection> sanction =
      DeciderSpec.of(AGGREGATES.sanction());

  private static Impose impose(Moderator by, Authority subject, Term term) {
    return new Impose(ID, terms(LIMIT, term), by, subject, NOW);
  }

  private static SanctionImposed imposed(Term term) {
    return new SanctionImposed(new Imposition(ID, terms(LIMIT, term), ANA, NOW));
  }

  @Nested
  final class None {
    @Test
    void is_imposed_by_a_moderator() {
      sanction.given().when(IMPOSE).then(IMPOSED);
    }

    @Test
    void is_imposed_with_a_review() {
      sanction.given().when(impose(MODERATOR, Authority.USER, IN_A_MONTH)).then(TO_BE_REVIEWED);
    }

    @Test
    void is_not_imposed_by_others() {
      sanction
          .given()
          .when(impose(NOBODY, Authority.USER, A_WEEK))
          .thenRejected(new NotAModerator());
    }

    @Test
    void is_not_imposed_on_oneself() {
      sanction
          .given()
          .when(impose(new Moderator(BO, Authority.ADMIN), Authority.ADMIN, A_WEEK))
          .thenRejected(new OwnCase());
    }

    @Test
    void is_not_imposed_on_somebody_above() {
      sanction
          .given()
          .when(impose(MODERATOR, Authority.ADMIN, A_WEEK))
          .thenRejected(new SubjectOutranks());
    }

    @Test
    void is_not_imposed_for_a_time_that_is_over() {
      sanction
          .given()
          .when(impose(MODERATOR, Authority.USER, new Until(NOW)))
          .thenRejected(new TermOver(NOW));
    }

    @Test
    void is_not_imposed_for_ever() {
      sanction
          .given()
          .when(impose(MODERATOR, Authority.USER, new Until(inDays(732))))
          .thenRejected(new TermTooLong(731));
    }

    @Test
    void is_not_reviewed_after_more_than_half_a_year() {
      sanction
          .given()
          .when(impose(MODERATOR, Authority.USER, new ReviewAt(inDays(181))))
          .thenRejected(new TermTooLong(180));
    }

    @Test
    void cannot_be_lifted_reviewed_ended_or_erased() {
      sanction.given().when(LIFT).thenRejected(new NotImposed());
      sanction.given().when(new FallDue(NOW)).thenRejected(new NotImposed());
      sanction.given().when(new End(NOW)).thenRejected(new NotImposed());
      sanction.given().when(new Erase()).thenRejected(new NotImposed());
    }
  }

  @Nested
  final class InForce {
    @Test
    void imposed_again_changes_nothing() {
      sanction.given(IMPOSED).when(IMPOSE).thenNothing();
    }

    @Test
    void refuses_another_sanction_of_its_id() {
      sanction
          .given(IMPOSED)
          .when(impose(MODERATOR, Authority.USER, IN_A_MONTH))
          .thenRejected(new IdTaken());
    }

    @Test
    void is_lifted_by_a_moderator() {
      sanction.given(IMPOSED).when(LIFT).then(LIFTED);
    }

    @Test
    void is_not_lifted_by_others() {
      sanction.given(IMPOSED).when(LIFT_BY_NOBODY).thenRejected(new NotAModerator());
    }

    @Test
    void is_not_lifted_by_its_subject() {
      sanction
          .given(IMPOSED)
          .when(new Lift(new Moderator(BO, Authority.MODERATOR), NOW))
          .thenRejected(new OwnCase());
    }

    @Test
    void with_an_end_is_never_due_for_review() {
      sanction.given(IMPOSED).when(new FallDue(inDays(5))).thenNothing();
    }

    @Test
    void is_not_due_for_review_before_its_date() {
      sanction
          .given(TO_BE_REVIEWED)
          .when(new FallDue(inDays(29)))
          .thenRejected(new NotYetDue(inDays(30)));
    }

    @Test
    void is_due_for_review_on_its_date() {
      sanction.given(TO_BE_REVIEWED).when(new FallDue(inDays(30))).then(DUE);
    }

    @Test
    void is_due_for_review_once() {
      sanction.given(TO_BE_REVIEWED, DUE).when(new FallDue(inDays(31))).thenNothing();
    }

    @Test
    void does_not_end_before_its_end() {
      sanction.given(IMPOSED).when(new End(inDays(6))).thenRejected(new NotYetDue(inDays(7)));
    }

    @Test
    void ends_at_its_end() {
      sanction.given(IMPOSED).when(new End(inDays(7))).then(ENDED);
    }

    @Test
    void ends_when_its_review_is_a_week_late() {
      sanction
          .given(TO_BE_REVIEWED, DUE)
          .when(new End(inDays(36)))
          .thenRejected(new NotYetDue(inDays(37)));
      sanction
          .given(TO_BE_REVIEWED, DUE)
          .when(new End(inDays(37)))
          .then(new SanctionEnded(inDays(37)));
    }

    @Test
    void is_erased() {
      sanction.given(IMPOSED).when(new Erase()).then(ERASED);
    }
  }

  @Nested
  final class Over {
    @Test
    void imposed_again_changes_nothing() {
      sanction.given(IMPOSED, LIFTED).when(IMPOSE).thenNothing();
      sanction.given(IMPOSED, ENDED).when(IMPOSE).thenNothing();
    }

    @Test
    void refuses_another_sanction_of_its_id() {
      Impose other = impose(MODERATOR, Authority.USER, IN_A_MONTH);
      sanction.given(IMPOSED, LIFTED).when(other).thenRejected(new IdTaken());
      sanction.given(IMPOSED, ENDED).when(other).thenRejected(new IdTaken());
    }

    @Test
    void lifted_again_changes_nothing() {
      sanction.given(IMPOSED, LIFTED).when(LIFT).thenNothing();
      sanction.given(IMPOSED, ENDED).when(LIFT).thenNothing();
    }

    @Test
    void is_not_lifted_by_others() {
      sanction.given(IMPOSED, LIFTED).when(LIFT_BY_NOBODY).thenRejected(new NotAModerator());
      sanction.given(IMPOSED, ENDED).when(LIFT_BY_NOBODY).thenRejected(new NotAModerator());
    }

    @Test
    void the_clock_changes_nothing() {
      sanction.given(IMPOSED, LIFTED).when(new FallDue(inDays(7))).thenNothing();
      sanction.given(IMPOSED, LIFTED).when(new End(inDays(7))).thenNothing();
      sanction.given(IMPOSED, ENDED).when(new FallDue(inDays(7))).thenNothing();
      sanction.given(IMPOSED, ENDED).when(new End(inDays(7))).thenNothing();
    }

    @Test
    void is_erased() {
      sanction.given(IMPOSED, LIFTED).when(new Erase()).then(ERASED);
      sanction.given(IMPOSED, ENDED).when(new Erase()).then(ERASED);
    }
  }

  @Nested
  final class Erased {
    @Test
    void keeps_its_id_and_says_nothing() {
      sanction.given(IMPOSED, ERASED).when(IMPOSE).thenRejected(new IdTaken());
      sanction.given(IMPOSED, ERASED).when(LIFT).thenRejected(new Gone());
      sanction.given(IMPOSED, ERASED).when(new FallDue(NOW)).thenNothing();
      sanction.given(IMPOSED, ERASED).when(new End(NOW)).thenNothing();
      sanction.given(IMPOSED, ERASED).when(new Erase()).thenNothing();
    }
  }
}
