package isegoria.post.kafka;

import isegoria.events.Meta;
import isegoria.eventsourcing.Recorded;

/** The metadata of every published fact. */
final class MetaCodec {

  private MetaCodec() {}

  /** Of the event at that index of what was recorded. */
  static Meta of(Recorded<?, ?> recorded, int index) {
    return Meta.newBuilder()
        .setEventId(recorded.commandId() + "-" + index)
        .setStreamId(recorded.key())
        .setSequence(recorded.sequence() + index)
        .setOccurredAt(recorded.occurredAt())
        .setRecordedAt(recorded.recordedAt())
        .setActorId(recorded.actor())
        .setCommandId(recorded.commandId())
        .setCausationId("")
        .setCorrelationId(recorded.correlation())
        .build();
  }
}
