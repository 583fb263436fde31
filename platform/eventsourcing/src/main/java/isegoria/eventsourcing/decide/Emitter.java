package isegoria.eventsourcing.decide;

import isegoria.events.Topic;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.ReceivedCommand;
import isegoria.eventsourcing.wire.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The records that a decision leaves: facts and states, follow-ups, the outcome, dead letters.
 *
 * <p>Records are made before any is forwarded: a codec that throws must leave nothing half done.
 */
final class Emitter {

  private final ServiceTopics topics;
  private final Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes;
  private final ProcessorContext<String, byte[]> context;

  Emitter(
      ServiceTopics topics,
      Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes,
      ProcessorContext<String, byte[]> context) {
    this.topics = topics;
    this.aggregateTypes = aggregateTypes;
    this.context = context;
  }

  Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  /** Now; but time never goes back within an aggregate, whatever the machine's clock does. */
  Instant after(Instant previous) {
    Instant now = now().truncatedTo(ChronoUnit.MICROS);
    Instant least = previous.plus(1, ChronoUnit.MICROS);
    return now.isBefore(least) ? least : now;
  }

  private long commandOffset() {
    return context.recordMetadata().orElseThrow().offset();
  }

  /** Where the publications of the command that is being decided can be seen. */
  String positions(List<Publication> publications) {
    int partition = context.taskId().partition();
    long offset = commandOffset();
    return String.join(
        ",",
        publications.stream()
            .filter(Publication::awaited)
            .map(p -> new Position(p.topic().name(), partition, offset).toString())
            .distinct()
            .toList());
  }

  /** The end of whatever states a key has on compacted topics. */
  List<Publication> tombstones(String key) {
    return topics.published().stream()
        .filter(topic -> topic.cleanup() == Topic.Cleanup.COMPACT)
        .map(topic -> new Publication(topic, key, "tombstone", null))
        .toList();
  }

  void publish(Publication publication, Recorded<?, ?> recorded) {
    RecordHeaders headers = new RecordHeaders();
    String time = recorded.recordedAt().toString();
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, recorded.recordedAt());
    long lastSequence = recorded.sequence() + recorded.events().size() - 1;
    put(headers, RecordHeader.POSITION, Long.toString(commandOffset()));
    put(headers, RecordHeader.RECORDED_AT, Long.toString(micros));
    put(headers, RecordHeader.CE_SPEC, "1.0");
    put(headers, RecordHeader.CE_TYPE, "isegoria." + topics.service() + "." + publication.type());
    put(headers, RecordHeader.CE_ID, recorded.commandId());
    put(headers, RecordHeader.CE_SOURCE, "/" + topics.service());
    put(headers, RecordHeader.CE_TIME, time);
    put(headers, RecordHeader.CE_SUBJECT, publication.key());
    put(headers, RecordHeader.CE_SEQUENCE, Long.toString(lastSequence));
    put(headers, RecordHeader.CONTENT_TYPE, "application/avro");
    put(headers, RecordHeader.TRACEPARENT, recorded.correlation());
    context.forward(
        new Record<>(
            publication.key(), publication.value(), context.currentSystemTimeMs(), headers),
        publication.topic().name());
  }

  /** The commands that follow from the one that is being decided. */
  List<Record<String, byte[]>> followUps(
      List<FollowUp> followUps, Record<String, byte[]> command, ReceivedCommand<?> received) {
    return followUps.stream().map(each -> followUp(each, command, received)).toList();
  }

  private Record<String, byte[]> followUp(
      FollowUp followUp, Record<String, byte[]> command, ReceivedCommand<?> received) {
    AggregateCodec<?, ?, ?, ?> codec = aggregateTypes.get(followUp.aggregateType());
    if (codec == null) {
      throw new IllegalStateException(
          "follow-up aggregate type: "
              + followUp.aggregateType()
              + " (expected: "
              + aggregateTypes.keySet()
              + ")");
    }
    RecordHeaders headers = new RecordHeaders(command.headers().toArray());
    replace(headers, RecordHeader.AGGREGATE_TYPE, followUp.aggregateType());
    replace(headers, RecordHeader.COMMAND_ID, derivedId(received.commandId(), followUp.key()));
    headers.remove(RecordHeader.DEADLINE);
    headers.remove(RecordHeader.OPERATION);
    if (followUp.kind() == FollowUp.Kind.ERASES) {
      put(headers, RecordHeader.OPERATION, RecordHeader.ERASE);
    }
    if (followUp.kind() != FollowUp.Kind.ANSWERS) {
      headers.remove(RecordHeader.REPLY_PARTITION);
      headers.remove(RecordHeader.REPLY_ASK);
    }
    return new Record<>(
        followUp.key(),
        codec.encodeAny(followUp.command()),
        context.currentSystemTimeMs(),
        headers);
  }

  void follow(List<Record<String, byte[]>> followUps) {
    followUps.forEach(each -> context.forward(each, DeciderTopology.OWN_COMMANDS));
  }

  /** The same cause gives the same id, so a cause that is met twice has one effect. */
  static String derivedId(String cause, String key) {
    return UUID.nameUUIDFromBytes((cause + " " + key).getBytes(StandardCharsets.UTF_8)).toString();
  }

  void deadLetter(Record<String, byte[]> command, RuntimeException cause) {
    RecordHeaders headers = new RecordHeaders(command.headers().toArray());
    // The class only: a message may quote what people wrote.
    put(headers, RecordHeader.ERROR, cause.getClass().getName());
    context.forward(command.withHeaders(headers), DeciderTopology.DEAD_LETTERS);
  }

  void outcome(Record<String, byte[]> command, byte[] outcome, boolean repeated) {
    RecordHeaders headers = new RecordHeaders();
    for (String name :
        List.of(
            RecordHeader.AGGREGATE_TYPE,
            RecordHeader.REPLY_PARTITION,
            RecordHeader.REPLY_ASK,
            RecordHeader.TRACEPARENT)) {
      String value = RecordHeader.text(command.headers(), name);
      if (value != null) {
        put(headers, name, value);
      }
    }
    put(headers, RecordHeader.POSITION, Long.toString(commandOffset()));
    put(headers, RecordHeader.REPEATED, Boolean.toString(repeated));
    context.forward(
        new Record<>(command.key(), outcome, context.currentSystemTimeMs(), headers),
        DeciderTopology.OUTCOMES);
  }

  private static void put(Headers headers, String name, String value) {
    headers.add(name, RecordHeader.bytes(value));
  }

  private static void replace(Headers headers, String name, String value) {
    headers.remove(name);
    put(headers, name, value);
  }
}
