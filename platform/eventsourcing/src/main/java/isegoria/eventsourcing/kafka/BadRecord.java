package isegoria.eventsourcing.kafka;

import java.time.Instant;

/**
 * A record that a consumer could not decode and that degrades it.
 *
 * @param reader the consumer's name
 * @param error the class of what the codec threw; its message may quote what people wrote
 */
public record BadRecord(
    String reader, String topic, int partition, long offset, String error, Instant since) {

  /** Where the record is, as operators name it. */
  public String at() {
    return topic + "/" + partition + "@" + offset;
  }
}
