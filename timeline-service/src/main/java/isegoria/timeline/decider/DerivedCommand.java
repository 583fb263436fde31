package isegoria.timeline.decider;

import isegoria.eventsourcing.wire.RecordHeader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The commands that a Streams application makes of one event.
 *
 * <p>An event and its commands are one transaction: no command is sent twice, so none is remembered
 * by its decider. Its id says which event it comes from.
 */
public final class DerivedCommand {

  private final String aggregateType;
  private final RecordMetadata source;
  private final Record<String, byte[]> event;
  private int made;

  private DerivedCommand(
      String aggregateType, RecordMetadata source, Record<String, byte[]> event) {
    this.aggregateType = aggregateType;
    this.source = source;
    this.event = event;
  }

  /** Commands of the event that is processed now. */
  public static DerivedCommand of(
      String aggregateType, ProcessingContext context, Record<String, byte[]> event) {
    return new DerivedCommand(aggregateType, context.recordMetadata().orElseThrow(), event);
  }

  /** When an event was recorded. */
  public static Instant recordedAt(Record<String, byte[]> event) {
    String micros = RecordHeader.text(event.headers(), RecordHeader.RECORDED_AT);
    return micros == null
        ? Instant.ofEpochMilli(event.timestamp())
        : Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }

  /** One more. */
  public Record<String, byte[]> next(String key, byte[] command) {
    Headers headers = new RecordHeaders();
    put(headers, RecordHeader.AGGREGATE_TYPE, aggregateType);
    put(
        headers,
        RecordHeader.COMMAND_ID,
        "%s-%d-%d-%d".formatted(source.topic(), source.partition(), source.offset(), made++));
    put(headers, RecordHeader.OCCURRED_AT, recordedAt(event).toString());
    String trace = RecordHeader.text(event.headers(), RecordHeader.TRACEPARENT);
    if (trace != null) {
      put(headers, RecordHeader.TRACEPARENT, trace);
    }
    return new Record<>(key, command, event.timestamp(), headers);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, RecordHeader.bytes(value));
  }
}
