package isegoria.moderation.kafka;

import isegoria.events.Meta;
import isegoria.eventsourcing.Recorded;

/** The metadata of every fact. */
final class MetaCodec {

  private MetaCodec() {}

  /** The meta of one of the facts, counted from 0. */
  static Meta meta(Recorded<?, ?> recorded, int index) {
    return new Meta(
        recorded.commandId() + "-" + index,
        recorded.key(),
        recorded.sequence() + index,
        recorded.occurredAt(),
        recorded.recordedAt(),
        recorded.actor(),
        recorded.commandId(),
        "",
        recorded.correlation());
  }
}
