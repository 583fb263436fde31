package isegoria.moderation.read.sanction;

import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import isegoria.moderation.write.sanction.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a sanction's state becomes its view. */
public final class SanctionProjection {

  private SanctionProjection() {}

  /** The view, or null when nothing of the sanction is to be seen. */
  public static @Nullable SanctionView view(Sanction sanction, Instant recordedAt) {
    return switch (sanction) {
      case Sanction.None _ -> null;
      case Sanction.InForce of -> view(of.imposition(), null, recordedAt);
      case Sanction.Lifted of -> view(of.imposition(), of.at(), recordedAt);
      case Sanction.Ended of -> view(of.imposition(), of.at(), recordedAt);
      case Sanction.Erased _ -> null;
    };
  }

  private static SanctionView view(Imposition of, @Nullable Instant liftedAt, Instant recordedAt) {
    Terms terms = of.terms();
    return new SanctionView(
        of.id(),
        terms.subject(),
        terms.measure().kind(),
        terms.measure().post(),
        terms.rule(),
        terms.reason().text(),
        of.by(),
        of.at(),
        terms.term(),
        liftedAt,
        terms.report(),
        recordedAt);
  }
}
