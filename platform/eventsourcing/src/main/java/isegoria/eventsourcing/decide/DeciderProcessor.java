package isegoria.eventsourcing.decide;

import isegoria.events.Topic;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.Due;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.StoredAggregate;
import isegoria.eventsourcing.record.Verdict;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.EncodedOutcome;
import isegoria.eventsourcing.wire.ReceivedCommand;
import isegoria.eventsourcing.wire.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer per owner: reads the aggregate, decides, folds, writes it back, and forwards facts,
 * states and exactly one outcome, all in the transaction that also takes the command.
 *
 * <p>The first outcome of a repeatable command stands in a store beside the aggregates, so its
 * repeat gets the first answer even when it names another aggregate.
 */
final class DeciderProcessor implements Processor<String, byte[], String, byte[]> {

  /** How long a repeated command gets its first answer: longer than any client repeats. */
  static final Duration DEDUPE_WINDOW = Duration.ofHours(24);

  /** Bytes of one outcome: a record's limit, less its headers. */
  static final int OUTCOME_BYTES_MAX = Topic.MESSAGE_BYTES_MAX - 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(DeciderProcessor.class);

  private final ServiceTopics topics;
  private final Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes;
  private final Duration dedupeWindow;
  private final BiConsumer<String, Verdict> decided;
  private final BatchEnds batchEnds;

  private ProcessorContext<String, byte[]> context;
  private KeyValueStore<String, byte[]> aggregates;
  private FirstOutcomes firstOutcomes;
  private Timers timers;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  DeciderProcessor(
      ServiceTopics topics,
      Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes,
      Duration dedupeWindow,
      BiConsumer<String, Verdict> decided,
      BatchEnds batchEnds) {
    this.topics = topics;
    this.aggregateTypes = aggregateTypes;
    this.dedupeWindow = dedupeWindow;
    this.decided = decided;
    this.batchEnds = batchEnds;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    this.aggregates = context.getStateStore(DeciderTopology.AGGREGATES);
    this.firstOutcomes = new FirstOutcomes(context, dedupeWindow);
    this.timers = new Timers(context);
  }

  @Override
  public void process(Record<String, byte[]> command) {
    take(command);
    RecordMetadata at = context.recordMetadata().orElseThrow();
    if (batchEnds.isLast(new TopicPartition(at.topic(), at.partition()), at.offset())) {
      context.commit();
    }
  }

  private void take(Record<String, byte[]> command) {
    AggregateCodec<?, ?, ?, ?> codec;
    ReceivedCommand<?> received;
    try {
      String name = RecordHeader.required(command.headers(), RecordHeader.AGGREGATE_TYPE);
      codec = aggregateTypes.get(name);
      if (codec == null) {
        throw new IllegalArgumentException(
            "aggregate type: " + name + " (expected: " + aggregateTypes.keySet());
      }
      received = codec.read(command);
    } catch (IllegalArgumentException unreadable) {
      answerUnreadable(command, unreadable);
      return;
    }
    decide(codec, received, command);
  }

  private <C, S, E, R> void decide(
      AggregateCodec<C, S, E, R> codec,
      ReceivedCommand<?> untyped,
      Record<String, byte[]> command) {
    ReceivedCommand<C> received = codec.typed(untyped);
    byte[] first = firstOutcomes.of(command.key(), received);
    if (first != null) {
      repeat(codec, command, received, first);
      return;
    }
    StoredAggregate<S> before = codec.load(aggregates.get(command.key()));
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    if (received.deadline() != null && now.isAfter(received.deadline())) {
      answer(codec, command, received, before, Verdict.TOO_LATE);
      return;
    }
    if (before.quarantine() != null) {
      answer(codec, command, received, before, Verdict.QUARANTINED);
      return;
    }
    AggregateType<C, S, E, R> aggregateType = codec.aggregateType();
    try {
      switch (aggregateType.decider().decide(before.state(), received.command())) {
        case Decision.Rejected<E, R>(R reason) ->
            answer(command, received, codec.rejected(command.key(), received, before, reason, now));
        case Decision.Accepted<E, R>(List<E> events) when events.isEmpty() ->
            answer(command, received, codec.unchanged(command.key(), received, before, now));
        case Decision.Accepted<E, R>(List<E> events) ->
            record(codec, command, received, before, events);
      }
    } catch (RuntimeException impossible) {
      // A fold may fail in any way; whatever it is, only this aggregate stands still.
      quarantine(codec, command, received, before, impossible);
    }
  }

  private <C, S, E, R> void repeat(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      byte[] first) {
    Outcome<S, E, R> outcome = codec.outcome(first);
    if (outcome.verdict() == Verdict.FORWARDED) {
      // The follow-up has the same id as the first time, so it answers and changes nothing.
      for (FollowUp followUp :
          codec.aggregateType().policy().on(codec.recordedOf(outcome, received))) {
        follow(followUp, command, received);
      }
    }
    forwardOutcome(command, first, true);
  }

  private <C, S, E, R> void record(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      List<E> events) {
    AggregateType<C, S, E, R> aggregateType = codec.aggregateType();
    String key = command.key();
    S after = aggregateType.decider().evolve(before.state(), events);
    Instant recordedAt = riseAbove(before.recordedAt());
    Recorded<S, E> recorded =
        new Recorded<>(
            key,
            received.commandId(),
            received.actor(),
            received.correlation(),
            received.occurredAt(),
            recordedAt,
            before.sequence() + 1,
            before.state(),
            after,
            events);
    List<Publication> publications = aggregateType.publisher().publish(recorded);
    List<FollowUp> followUps = aggregateType.policy().on(recorded);
    Due<C> due = aggregateType.due().next(after);
    String dueKey = due == null ? null : Timers.key(due.at(), key);
    String positions = positions(publications);
    StoredAggregate<S> stored =
        new StoredAggregate<>(
            after, before.sequence() + events.size(), recordedAt, positions, dueKey, null);
    byte[] outcome = codec.accepted(recorded, positions, !followUps.isEmpty());
    if (outcome.length > OUTCOME_BYTES_MAX || tooLarge(publications)) {
      answer(codec, command, received, before, Verdict.TOO_LARGE);
      return;
    }
    aggregates.put(key, codec.store(stored));
    timers.move(before.dueKey(), dueKey, due == null ? null : codec.encodeDue(due.command()));
    for (Publication publication : publications) {
      publish(publication, recorded);
    }
    for (FollowUp followUp : followUps) {
      follow(followUp, command, received);
    }
    decided.accept(aggregateType.name(), Verdict.ACCEPTED);
    firstOutcomes.keep(key, received, outcome);
    forwardOutcome(command, outcome, false);
  }

  private static boolean tooLarge(List<Publication> publications) {
    for (Publication publication : publications) {
      byte[] value = publication.value();
      if (value != null && value.length > OUTCOME_BYTES_MAX) {
        return true;
      }
    }
    return false;
  }

  /** Time never goes back within an aggregate, whatever the machine's clock does. */
  private Instant riseAbove(Instant previous) {
    Instant now =
        Instant.ofEpochMilli(context.currentSystemTimeMs()).truncatedTo(ChronoUnit.MICROS);
    Instant least = previous.plus(1, ChronoUnit.MICROS);
    return now.isBefore(least) ? least : now;
  }

  private long commandOffset() {
    return context.recordMetadata().orElseThrow().offset();
  }

  private String positions(List<Publication> publications) {
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

  private <S, E> void publish(Publication publication, Recorded<S, E> recorded) {
    RecordHeaders headers = new RecordHeaders();
    String time = recorded.recordedAt().toString();
    put(headers, RecordHeader.POSITION, Long.toString(commandOffset()));
    put(headers, RecordHeader.RECORDED_AT, Long.toString(micros(recorded)));
    put(headers, RecordHeader.CE_SPEC, "1.0");
    put(headers, RecordHeader.CE_TYPE, "isegoria." + topics.service() + "." + publication.type());
    put(headers, RecordHeader.CE_ID, recorded.commandId());
    put(headers, RecordHeader.CE_SOURCE, "/" + topics.service());
    put(headers, RecordHeader.CE_TIME, time);
    put(headers, RecordHeader.CE_SUBJECT, publication.key());
    put(headers, RecordHeader.CE_SEQUENCE, Long.toString(lastSequence(recorded)));
    put(headers, RecordHeader.CONTENT_TYPE, "application/avro");
    put(headers, RecordHeader.TRACEPARENT, recorded.correlation());
    context.forward(
        new Record<>(
            publication.key(), publication.value(), context.currentSystemTimeMs(), headers),
        publication.topic().name());
  }

  private static <S, E> long lastSequence(Recorded<S, E> recorded) {
    return recorded.sequence() + recorded.events().size() - 1;
  }

  private static <S, E> long micros(Recorded<S, E> recorded) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, recorded.recordedAt());
  }

  private void follow(
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
    context.forward(
        new Record<>(
            followUp.key(),
            codec.encodeAny(followUp.command()),
            context.currentSystemTimeMs(),
            headers),
        DeciderTopology.OWN_COMMANDS);
  }

  /** The same cause gives the same id, so a cause that is met twice has one effect. */
  static String derivedId(String cause, String key) {
    return UUID.nameUUIDFromBytes((cause + " " + key).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void answer(
      Record<String, byte[]> command, ReceivedCommand<?> received, EncodedOutcome outcome) {
    decided.accept(outcome.aggregateType(), outcome.verdict());
    firstOutcomes.keep(command.key(), received, outcome.bytes());
    forwardOutcome(command, outcome.bytes(), false);
  }

  private <C, S, E, R> void answer(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      Verdict verdict) {
    decided.accept(codec.aggregateType().name(), verdict);
    forwardOutcome(
        command, codec.notDecided(command.key(), received, before, verdict, now()), false);
  }

  private Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  private <C, S, E, R> void quarantine(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      RuntimeException impossible) {
    LOG.error(
        "aggregate {} of type {} quarantined: it failed on command {} and takes no more",
        command.key(),
        codec.aggregateType().name(),
        received.commandId(),
        impossible);
    aggregates.put(
        command.key(),
        codec.store(
            new StoredAggregate<>(
                before.state(),
                before.sequence(),
                before.recordedAt(),
                before.positions(),
                before.dueKey(),
                impossible.getClass().getSimpleName())));
    sendToDeadLetter(command, impossible);
    answer(codec, command, received, before, Verdict.QUARANTINED);
  }

  private void answerUnreadable(
      Record<String, byte[]> command, IllegalArgumentException unreadable) {
    LOG.error(
        "command at offset {} unreadable, sent to the dead-letter topic: {}",
        commandOffset(),
        unreadable.getMessage());
    decided.accept("unreadable", Verdict.UNREADABLE);
    sendToDeadLetter(command, unreadable);
    context.forward(
        command.withValue(new byte[0]).withTimestamp(context.currentSystemTimeMs()),
        DeciderTopology.OUTCOMES);
  }

  private void sendToDeadLetter(Record<String, byte[]> command, RuntimeException cause) {
    RecordHeaders headers = new RecordHeaders(command.headers().toArray());
    // The class only: a message may quote what people wrote.
    put(headers, RecordHeader.ERROR, cause.getClass().getName());
    context.forward(command.withHeaders(headers), DeciderTopology.DEAD_LETTERS);
  }

  private void forwardOutcome(Record<String, byte[]> command, byte[] outcome, boolean repeated) {
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
