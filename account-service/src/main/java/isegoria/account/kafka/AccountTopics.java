package isegoria.account.kafka;

import isegoria.events.EnvelopeCodec;
import isegoria.events.Topics;
import isegoria.events.account.AccountEvent;
import isegoria.events.account.AccountPrivateEvent;
import isegoria.eventsourcing.wire.SiblingTopics;

/** Where this service publishes facts. */
final class AccountTopics {

  static final SiblingTopics FACTS =
      new SiblingTopics(
          EnvelopeCodec.of(Topics.ACCOUNT_EVENTS, AccountEvent.class),
          EnvelopeCodec.of(Topics.ACCOUNT_PRIVATE_EVENTS, AccountPrivateEvent.class));

  private AccountTopics() {}
}
