package isegoria.moderation.kafka;

import isegoria.events.EnvelopeCodec;
import isegoria.events.Topics;
import isegoria.events.moderation.ModerationEvent;
import isegoria.events.moderation.ModerationPrivateEvent;
import isegoria.eventsourcing.wire.SiblingTopics;

/** Where this service publishes facts. */
final class ModerationTopics {

  static final SiblingTopics FACTS =
      new SiblingTopics(
          EnvelopeCodec.of(Topics.MODERATION_EVENTS, ModerationEvent.class),
          EnvelopeCodec.of(Topics.MODERATION_PRIVATE_EVENTS, ModerationPrivateEvent.class));

  private ModerationTopics() {}
}
