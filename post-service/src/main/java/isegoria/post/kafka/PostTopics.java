package isegoria.post.kafka;

import isegoria.events.EnvelopeCodec;
import isegoria.events.Topics;
import isegoria.events.post.PostEvent;
import isegoria.events.post.PostPrivateEvent;
import isegoria.events.post.PostPrivateState;
import isegoria.events.post.PostState;
import isegoria.eventsourcing.wire.SiblingTopics;
import isegoria.post.write.Visibility;
import java.util.Locale;

/** What this service publishes of posts, engagements and pins. */
final class PostTopics {

  static final SiblingTopics FACTS =
      new SiblingTopics(
          EnvelopeCodec.of(Topics.POST_EVENTS, PostEvent.class),
          EnvelopeCodec.of(Topics.POST_PRIVATE_EVENTS, PostPrivateEvent.class));

  static final SiblingTopics STATES =
      new SiblingTopics(
          EnvelopeCodec.of(Topics.POST_STATES, PostState.class),
          EnvelopeCodec.of(Topics.POST_PRIVATE_STATES, PostPrivateState.class));

  private PostTopics() {}

  /** A visibility as the contract writes it. */
  static String word(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }
}
