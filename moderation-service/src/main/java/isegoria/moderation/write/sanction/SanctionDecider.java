package isegoria.moderation.write.sanction;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.sanction.Sanction.Ended;
import isegoria.moderation.write.sanction.Sanction.Erased;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import isegoria.moderation.write.sanction.Sanction.InForce;
import isegoria.moderation.write.sanction.Sanction.Lifted;
import isegoria.moderation.write.sanction.Sanction.None;
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
import java.time.Instant;

/** The rules of sanctions, one row for every (state, command). */
public final class SanctionDecider {

  public static final Decider<SanctionCommand, Sanction, SanctionEvent, SanctionRejection>
      SANCTION = new Decider<>(new None(), SanctionDecider::decide, SanctionDecider::evolve);

  private record Asked(Sanction of, SanctionCommand to) {}

  private SanctionDecider() {}

  static Decision<SanctionEvent, SanctionRejection> decide(
      Sanction sanction, SanctionCommand command) {
    return switch (new Asked(sanction, command)) {
      case Asked(None _, Impose to) when !to.by().mayModerate() -> reject(new NotAModerator());
      case Asked(None _, Impose to) when isBy(to.terms(), to.by()) -> reject(new OwnCase());
      case Asked(None _, Impose to) when outranks(to.subject(), to.by()) ->
          reject(new SubjectOutranks());
      case Asked(None _, Impose to) when term(to).isOverAt(to.at()) ->
          reject(new TermOver(term(to).date()));
      case Asked(None _, Impose to) when term(to).isTooLongAt(to.at()) ->
          reject(new TermTooLong(term(to).daysMax()));
      case Asked(None _, Impose to) -> accept(new SanctionImposed(imposition(to)));
      case Asked(None _, Lift _) -> reject(new NotImposed());
      case Asked(None _, FallDue _) -> reject(new NotImposed());
      case Asked(None _, End _) -> reject(new NotImposed());
      case Asked(None _, Erase _) -> reject(new NotImposed());

      case Asked(InForce of, Impose to) when of.imposition().equals(imposition(to)) -> accept();
      case Asked(InForce _, Impose _) -> reject(new IdTaken());
      case Asked(InForce _, Lift to) when !to.by().mayModerate() -> reject(new NotAModerator());
      case Asked(InForce of, Lift to) when isBy(of.imposition().terms(), to.by()) ->
          reject(new OwnCase());
      case Asked(InForce _, Lift to) -> accept(new SanctionLifted(to.by().id(), to.at()));
      case Asked(InForce of, FallDue to) -> fallDue(of, to);
      case Asked(InForce of, End to) when horizon(of.imposition()).isAfter(to.at()) ->
          reject(new NotYetDue(horizon(of.imposition())));
      case Asked(InForce _, End to) -> accept(new SanctionEnded(to.at()));
      case Asked(InForce _, Erase _) -> accept(new SanctionErased());

      case Asked(Lifted of, Impose to) when of.imposition().equals(imposition(to)) -> accept();
      case Asked(Lifted _, Impose _) -> reject(new IdTaken());
      case Asked(Lifted _, Lift to) when !to.by().mayModerate() -> reject(new NotAModerator());
      case Asked(Lifted _, Lift _) -> accept();
      case Asked(Lifted _, FallDue _) -> accept();
      case Asked(Lifted _, End _) -> accept();
      case Asked(Lifted _, Erase _) -> accept(new SanctionErased());

      case Asked(Ended of, Impose to) when of.imposition().equals(imposition(to)) -> accept();
      case Asked(Ended _, Impose _) -> reject(new IdTaken());
      case Asked(Ended _, Lift to) when !to.by().mayModerate() -> reject(new NotAModerator());
      case Asked(Ended _, Lift _) -> accept();
      case Asked(Ended _, FallDue _) -> accept();
      case Asked(Ended _, End _) -> accept();
      case Asked(Ended _, Erase _) -> accept(new SanctionErased());

      case Asked(Erased _, Impose _) -> reject(new IdTaken());
      case Asked(Erased _, Lift _) -> reject(new Gone());
      case Asked(Erased _, FallDue _) -> accept();
      case Asked(Erased _, End _) -> accept();
      case Asked(Erased _, Erase _) -> accept();
    };
  }

  private static Decision<SanctionEvent, SanctionRejection> fallDue(InForce of, FallDue to) {
    return switch (of.imposition().terms().term()) {
      case Until _ -> accept();
      case ReviewAt _ when of.reviewDue() -> accept();
      case ReviewAt review when review.date().isAfter(to.at()) ->
          reject(new NotYetDue(review.date()));
      case ReviewAt _ -> accept(new SanctionReviewDue(to.at()));
    };
  }

  static Sanction evolve(Sanction sanction, SanctionEvent event) {
    return switch (event) {
      case SanctionImposed e -> new InForce(e.imposition(), false);
      case SanctionReviewDue _ -> new InForce(inForce(sanction), true);
      case SanctionLifted e -> new Lifted(inForce(sanction), e.by(), e.at());
      case SanctionEnded e -> new Ended(inForce(sanction), e.at());
      case SanctionErased _ -> new Erased(imposed(sanction).id());
    };
  }

  private static Imposition imposition(Impose to) {
    return new Imposition(to.id(), to.terms(), to.by().id(), to.at());
  }

  private static Term term(Impose to) {
    return to.terms().term();
  }

  private static Instant horizon(Imposition imposition) {
    return imposition.terms().term().horizon();
  }

  private static boolean isBy(Terms terms, Moderator moderator) {
    return terms.subject().equals(moderator.id());
  }

  private static boolean outranks(Authority subject, Moderator moderator) {
    return moderator.authority().isBelow(subject);
  }

  private static Imposition inForce(Sanction sanction) {
    if (sanction instanceof InForce of) {
      return of.imposition();
    }
    throw new IllegalStateException("sanction: " + sanction + " (expected: InForce)");
  }

  private static Imposition imposed(Sanction sanction) {
    return switch (sanction) {
      case InForce of -> of.imposition();
      case Lifted of -> of.imposition();
      case Ended of -> of.imposition();
      case None of -> throw new IllegalStateException("sanction: " + of + " (expected: imposed)");
      case Erased of -> throw new IllegalStateException("sanction: " + of + " (expected: imposed)");
    };
  }
}
