package isegoria.eventsourcing.wire;

import isegoria.events.EnvelopeCodec;
import isegoria.events.Meta;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import org.apache.avro.specific.SpecificRecord;

/**
 * An open topic and its restricted sibling: what everybody may read stands on the one, the rest on
 * the other, as the same records.
 */
public final class SiblingTopics {

  private final EnvelopeCodec open;
  private final EnvelopeCodec restricted;

  public SiblingTopics(EnvelopeCodec open, EnvelopeCodec restricted) {
    this.open = open;
    this.restricted = restricted;
  }

  /** The fact at that index of what was recorded. */
  public Publication fact(boolean isOpen, Recorded<?, ?> recorded, int index, SpecificRecord fact) {
    EnvelopeCodec codec = isOpen ? open : restricted;
    return new Publication(
        codec.topic(),
        recorded.key(),
        codec.kind(fact),
        codec.encode(meta(recorded, index), fact),
        codec.isAwaited(fact));
  }

  /** A state after what was recorded, under the aggregate's key or another one of its owner's. */
  public Publication state(
      boolean isOpen, Recorded<?, ?> recorded, String key, SpecificRecord state) {
    EnvelopeCodec codec = isOpen ? open : restricted;
    return new Publication(
        codec.topic(), key, codec.kind(state), codec.encode(recorded.recordedAt(), state));
  }

  /** The end of a state. */
  public Publication tombstone(boolean isOpen, String key, String kind) {
    return new Publication((isOpen ? open : restricted).topic(), key, kind, null);
  }

  /** What every fact carries about itself. */
  public static Meta meta(Recorded<?, ?> recorded, int index) {
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
