package isegoria.moderation.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import isegoria.events.moderation.ModerationState;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.moderation.read.sanction.SanctionProjection;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.sanction.Sanction;
import isegoria.moderation.write.sanction.Sanction.Imposition;
import isegoria.moderation.write.sanction.SanctionEvent;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionEnded;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionErased;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionImposed;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionLifted;
import isegoria.moderation.write.sanction.SanctionEvent.SanctionReviewDue;
import isegoria.moderation.write.sanction.Term.ReviewAt;
import isegoria.moderation.write.sanction.Term.Until;
import isegoria.moderation.write.sanction.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sanctions on the topics: the open fact with the reason's length and hash only, the restricted
 * state with its words, and what services enforce while it is in force.
 */
public final class SanctionCodec implements Publisher<Sanction, SanctionEvent> {

  private final SaltedHash hash;
  private final AvroCodec<ModerationState> states =
      AvroCodec.of(Topics.MODERATION_STATES, ModerationState.class);
  private final AvroCodec<Enforcement> enforcements =
      AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class);

  public SanctionCodec(SaltedHash hash) {
    this.hash = hash;
  }

  @Override
  public List<Publication> publish(Recorded<Sanction, SanctionEvent> recorded) {
    List<Publication> publications = new ArrayList<>();
    for (int i = 0; i < recorded.events().size(); i++) {
      SpecificRecord fact = fact(recorded, recorded.events().get(i));
      if (fact != null) {
        publications.add(ModerationTopics.FACTS.fact(/* isOpen= */ true, recorded, i, fact));
      }
    }
    SanctionView view = SanctionProjection.view(recorded.after(), recorded.recordedAt());
    publications.add(
        publication(
            Topics.MODERATION_STATES,
            recorded,
            "sanction",
            view == null ? null : states.encode(ModerationStateCodec.state(view))));
    publications.add(
        publication(
            Topics.MODERATION_ENFORCEMENT,
            recorded,
            "enforcement",
            recorded.after() instanceof Sanction.InForce(Imposition imposition, _)
                ? enforcements.encode(enforcement(imposition))
                : null));
    return publications;
  }

  private @Nullable SpecificRecord fact(
      Recorded<Sanction, SanctionEvent> recorded, SanctionEvent event) {
    return switch (event) {
      case SanctionImposed e -> imposed(recorded.key(), e.imposition());
      case SanctionLifted _ -> lifted(recorded.before(), "lifted");
      case SanctionEnded _ -> lifted(recorded.before(), "ended");
      // A sanction that is forgotten while in force ends with the account it was about.
      case SanctionErased _ ->
          recorded.before() instanceof Sanction.InForce ? lifted(recorded.before(), "ended") : null;
      // The date of review was published when it was imposed.
      case SanctionReviewDue _ -> null;
    };
  }

  private isegoria.events.moderation.SanctionImposed imposed(String key, Imposition imposition) {
    Terms terms = imposition.terms();
    return new isegoria.events.moderation.SanctionImposed(
        imposition.id().toString(),
        terms.subject().toString(),
        text(terms.measure().post()),
        terms.measure().kind().word(),
        terms.rule().value(),
        terms.reason().length(),
        hash.of(key, terms.reason().text()),
        terms.term() instanceof Until(Instant end) ? end : null,
        terms.term() instanceof ReviewAt(Instant date) ? date : null,
        text(terms.report()));
  }

  private static isegoria.events.moderation.SanctionLifted lifted(Sanction before, String cause) {
    if (!(before instanceof Sanction.InForce(Imposition imposition, _))) {
      throw new IllegalStateException("sanction: " + before + " (expected: InForce)");
    }
    return new isegoria.events.moderation.SanctionLifted(
        imposition.id().toString(), imposition.terms().subject().toString(), cause);
  }

  private static Enforcement enforcement(Imposition imposition) {
    Terms terms = imposition.terms();
    return new Enforcement(
        imposition.id().toString(),
        terms.subject().toString(),
        text(terms.measure().post()),
        terms.measure().kind().word(),
        terms.rule().value(),
        imposition.at(),
        terms.term().horizon());
  }

  private static Publication publication(
      Topic topic, Recorded<?, ?> recorded, String type, byte @Nullable [] value) {
    return new Publication(topic, recorded.key(), type, value);
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
