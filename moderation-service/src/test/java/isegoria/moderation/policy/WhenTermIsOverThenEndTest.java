package isegoria.moderation.policy;

import static isegoria.moderation.TestPeople.ANA;
import static isegoria.moderation.TestPeople.NOW;
import static isegoria.moderation.TestPeople.inDays;
import static isegoria.moderation.TestPeople.terms;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.eventsourcing.Due;
import isegoria.moderation.write.sanction.Measure;
import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import isegoria.moderation.write.sanction.Sanction.InForce;
import isegoria.moderation.write.sanction.SanctionCommand.End;
import isegoria.moderation.write.sanction.SanctionCommand.FallDue;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.Term;
import org.junit.jupiter.api.Test;

final class WhenTermIsOverThenEndTest {

  private final WhenTermIsOverThenEnd rule = new WhenTermIsOverThenEnd();

  private static Imposition imposition(Term term) {
    return new Imposition(new SanctionId(1), terms(new Measure.Limit(), term), ANA, NOW);
  }

  @Test
  void an_end_is_due_on_its_date() {
    assertThat(rule.next(new InForce(imposition(new Term.Until(inDays(7))), false)))
        .isEqualTo(new Due<>(inDays(7), new End(inDays(7))));
  }

  @Test
  void a_review_is_due_first_and_its_end_a_week_later() {
    Imposition imposition = imposition(new Term.ReviewAt(inDays(30)));
    assertThat(rule.next(new InForce(imposition, false)))
        .isEqualTo(new Due<>(inDays(30), new FallDue(inDays(30))));
    assertThat(rule.next(new InForce(imposition, true)))
        .isEqualTo(new Due<>(inDays(37), new End(inDays(37))));
  }

  @Test
  void nothing_is_due_of_what_is_over() {
    Imposition imposition = imposition(new Term.Until(inDays(7)));
    assertThat(rule.next(new Sanction.None())).isNull();
    assertThat(rule.next(new Sanction.Lifted(imposition, ANA, NOW))).isNull();
    assertThat(rule.next(new Sanction.Ended(imposition, NOW))).isNull();
    assertThat(rule.next(new Sanction.Erased(new SanctionId(1)))).isNull();
  }
}
