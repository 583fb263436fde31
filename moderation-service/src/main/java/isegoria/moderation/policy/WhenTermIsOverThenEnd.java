package isegoria.moderation.policy;

import isegoria.eventsourcing.Due;
import isegoria.eventsourcing.DueRule;
import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.SanctionCommand;
import isegoria.moderation.write.sanction.SanctionCommand.End;
import isegoria.moderation.write.sanction.SanctionCommand.FallDue;
import isegoria.moderation.write.sanction.Term;
import org.jspecify.annotations.Nullable;

/**
 * When a sanction's term is over it ends, and when its review is late it ends as well: no human has
 * to remember.
 */
public final class WhenTermIsOverThenEnd implements DueRule<SanctionCommand, Sanction> {

  @Override
  public @Nullable Due<SanctionCommand> next(Sanction sanction) {
    return switch (sanction) {
      case Sanction.InForce of -> next(of.imposition().terms().term(), of.reviewDue());
      case Sanction.None _, Sanction.Lifted _, Sanction.Ended _, Sanction.Erased _ -> null;
    };
  }

  private static Due<SanctionCommand> next(Term term, boolean reviewDue) {
    return switch (term) {
      case Term.ReviewAt review when !reviewDue ->
          new Due<>(review.date(), new FallDue(review.date()));
      case Term.ReviewAt _, Term.Until _ -> new Due<>(term.horizon(), new End(term.horizon()));
    };
  }
}
