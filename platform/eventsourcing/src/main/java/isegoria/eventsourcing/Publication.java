package isegoria.eventsourcing;

import isegoria.events.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A record that a decision puts on a topic of the contract: an event, or a whole state.
 *
 * <p>It exists so that the runtime knows no schema: a service's codec turns what was recorded into
 * publications, and the runtime sends them in the decision's own transaction.
 *
 * @param type the event's or the state's name, for readers that route without decoding
 * @param value the bytes, or null for a tombstone
 * @param awaited whether readers of their own writes wait until views have passed this record
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the broker, never compared.
public record Publication(
    Topic topic, String key, String type, byte @Nullable [] value, boolean awaited) {

  /** A record that readers of their own writes wait for. */
  public Publication(Topic topic, String key, String type, byte @Nullable [] value) {
    this(topic, key, type, value, true);
  }
}
