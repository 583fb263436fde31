package isegoria.eventsourcing.decide;

import isegoria.events.Topic;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Decision;
import isegoria.eventsourcing.Due;
import isegoria.eventsourcing.FollowUp;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.OnErasure.Remains;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.erasure.ErasureDecider;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.StoredAggregate;
import isegoria.eventsourcing.record.Verdict;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.EncodedOutcome;
import isegoria.eventsourcing.wire.ReceivedCommand;
import isegoria.eventsourcing.wire.RecordHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
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
  private OwnedAggregates owned;
  private FirstOutcomes firstOutcomes;
  private Timers timers;
  private Emitter emitter;

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
    this.owned = new OwnedAggregates(aggregates, aggregateTypes);
    this.firstOutcomes = new FirstOutcomes(context, dedupeWindow);
    this.timers = new Timers(context);
    this.emitter = new Emitter(topics, aggregateTypes, context);
  }

  @Override
  public void process(Record<String, byte[]> command) {
    take(command);
    RecordMetadata at = context.recordMetadata().orElseThrow();
    if (batchEnds.isLast(new TopicPartition(at.topic(), at.partition()), at.offset())) {
      context.commit();
    }
  }

  /**
   * Works out all that a command leads to, then does it: what a codec or a rule throws for a
   * command leaves nothing half done, and stays with that command. What Kafka throws is no
   * command's fault and ends the transaction.
   */
  private void take(Record<String, byte[]> command) {
    Runnable effects;
    try {
      effects = effects(command);
    } catch (KafkaException broker) {
      throw broker;
    } catch (RuntimeException failure) {
      effects = erases(command) ? forget(command, failure) : deadLetter(command, failure);
    }
    effects.run();
  }

  private static boolean erases(Record<String, byte[]> command) {
    return RecordHeader.ERASE.equals(RecordHeader.text(command.headers(), RecordHeader.OPERATION));
  }

  private Runnable effects(Record<String, byte[]> command) {
    AggregateCodec<?, ?, ?, ?> codec = codec(command);
    if (RecordHeader.RELEASE.equals(RecordHeader.text(command.headers(), RecordHeader.OPERATION))) {
      return release(codec, command);
    }
    ReceivedCommand<?> received = codec.read(command);
    return effects(codec, owned.completed(codec, command.key(), received, emitter.now()), command);
  }

  private AggregateCodec<?, ?, ?, ?> codec(Record<String, byte[]> command) {
    String name = RecordHeader.required(command.headers(), RecordHeader.AGGREGATE_TYPE);
    AggregateCodec<?, ?, ?, ?> codec = aggregateTypes.get(name);
    if (codec == null) {
      throw new IllegalArgumentException(
          "aggregate type: " + name + " (expected: " + aggregateTypes.keySet() + ")");
    }
    return codec;
  }

  /** Puts an aggregate back as it was before its quarantine; facts are not touched. */
  private <S> Runnable release(AggregateCodec<?, S, ?, ?> codec, Record<String, byte[]> command) {
    String id = RecordHeader.required(command.headers(), RecordHeader.COMMAND_ID);
    StoredAggregate<S> before = codec.load(aggregates.get(command.key()));
    StoredAggregate<S> after = before.released();
    byte[] stored = codec.store(after);
    byte[] outcome = codec.released(command.key(), id, after, emitter.now());
    return () -> {
      if (before.quarantine() != null) {
        LOG.info("aggregate released by an operator: {}", command.key());
        aggregates.put(command.key(), stored);
      }
      emitter.outcome(command, outcome, false);
    };
  }

  private <C, S, E, R> Runnable effects(
      AggregateCodec<C, S, E, R> codec,
      ReceivedCommand<?> untyped,
      Record<String, byte[]> command) {
    ReceivedCommand<C> received = codec.typed(untyped);
    if (isRefused(codec, command)) {
      // Neither its words nor those of a first answer are read.
      return answer(codec, command, received, codec.load(null), Verdict.OWNER_ERASED);
    }
    byte[] first = firstOutcomes.of(command.key(), received);
    if (first != null) {
      return repeat(codec, command, received, first);
    }
    StoredAggregate<S> before = codec.load(aggregates.get(command.key()));
    Instant now = emitter.now();
    if (received.deadline() != null && now.isAfter(received.deadline())) {
      return answer(codec, command, received, before, Verdict.TOO_LATE);
    }
    if (before.quarantine() != null && !erases(command)) {
      return answer(codec, command, received, before, Verdict.QUARANTINED);
    }
    return switch (codec.aggregateType().decider().decide(before.state(), received.command())) {
      case Decision.Rejected<E, R>(R reason) ->
          remember(command, received, codec.rejected(command.key(), received, before, reason, now));
      case Decision.Accepted<E, R>(List<E> events) when events.isEmpty() ->
          remember(command, received, codec.unchanged(command.key(), received, before, now));
      case Decision.Accepted<E, R>(List<E> events) ->
          record(codec, command, received, before, events);
    };
  }

  /** An erased owner takes no command but those of the erasure. */
  private boolean isRefused(AggregateCodec<?, ?, ?, ?> codec, Record<String, byte[]> command) {
    return !erases(command)
        && !codec.aggregateType().name().equals(ErasureDecider.AGGREGATE_TYPE)
        && owned.isErased(command.key());
  }

  private <C, S, E, R> Runnable repeat(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      byte[] first) {
    Outcome<S, E, R> outcome = codec.outcome(first);
    // The follow-up has the same id as the first time, so it answers and changes nothing.
    List<Record<String, byte[]>> followUps =
        outcome.verdict() == Verdict.FORWARDED
            ? emitter.followUps(
                codec.aggregateType().policy().on(codec.recordedOf(outcome, received)),
                command,
                received)
            : List.of();
    return () -> {
      emitter.follow(followUps);
      emitter.outcome(command, first, true);
    };
  }

  private <C, S, E, R> Runnable record(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      List<E> events) {
    AggregateType<C, S, E, R> aggregateType = codec.aggregateType();
    String key = command.key();
    S after;
    try {
      after = aggregateType.decider().evolve(before.state(), events);
    } catch (RuntimeException impossible) {
      if (erases(command)) {
        throw impossible;
      }
      return quarantine(codec, command, received, before, impossible);
    }
    Instant recordedAt = emitter.after(before.recordedAt());
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
    List<FollowUp> next = aggregateType.policy().on(recorded);
    List<Record<String, byte[]>> followUps = emitter.followUps(next, command, received);
    boolean forwarded =
        next.stream().anyMatch(followUp -> followUp.kind() == FollowUp.Kind.ANSWERS);
    Due<C> due = aggregateType.due().next(after);
    String dueKey = due == null ? null : Timers.key(due.at(), key);
    byte[] dueCommand = due == null ? null : codec.encodeDue(due.command());
    String positions = emitter.positions(publications);
    byte[] stored =
        codec.store(
            new StoredAggregate<>(
                after, before.sequence() + events.size(), recordedAt, positions, dueKey, null));
    byte[] outcome = codec.accepted(recorded, positions, forwarded);
    if (outcome.length > OUTCOME_BYTES_MAX || tooLarge(publications)) {
      return answer(codec, command, received, before, Verdict.TOO_LARGE);
    }
    return () -> {
      aggregates.put(key, stored);
      timers.move(before.dueKey(), dueKey, dueCommand);
      publications.forEach(each -> emitter.publish(each, recorded));
      emitter.follow(followUps);
      decided.accept(aggregateType.name(), Verdict.ACCEPTED);
      firstOutcomes.keep(key, received, outcome);
      emitter.outcome(command, outcome, false);
    };
  }

  private static boolean tooLarge(List<Publication> publications) {
    return publications.stream()
        .map(Publication::value)
        .anyMatch(value -> value != null && value.length > OUTCOME_BYTES_MAX);
  }

  private Runnable remember(
      Record<String, byte[]> command, ReceivedCommand<?> received, EncodedOutcome outcome) {
    return () -> {
      decided.accept(outcome.aggregateType(), outcome.verdict());
      firstOutcomes.keep(command.key(), received, outcome.bytes());
      emitter.outcome(command, outcome.bytes(), false);
    };
  }

  private <C, S, E, R> Runnable answer(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      Verdict verdict) {
    byte[] outcome = codec.notDecided(command.key(), received, before, verdict, emitter.now());
    return () -> {
      decided.accept(codec.aggregateType().name(), verdict);
      emitter.outcome(command, outcome, false);
    };
  }

  /** Only a fold: its state would be wrong for every later command as well. */
  private <C, S, E, R> Runnable quarantine(
      AggregateCodec<C, S, E, R> codec,
      Record<String, byte[]> command,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      RuntimeException impossible) {
    byte[] stored = codec.store(before.quarantined(impossible.getClass().getSimpleName()));
    Runnable answer = answer(codec, command, received, before, Verdict.QUARANTINED);
    return () -> {
      LOG.error(
          "aggregate quarantined: {} of {} cannot be folded after command {}"
              + " (runbook: an-aggregate-is-quarantined)",
          command.key(),
          codec.aggregateType().name(),
          received.commandId(),
          impossible);
      aggregates.put(command.key(), stored);
      emitter.deadLetter(command, impossible);
      answer.run();
    };
  }

  /** Nothing keeps an erased owner's words: not even that they cannot be read. */
  private Runnable forget(Record<String, byte[]> command, RuntimeException failure) {
    try {
      return forget(codec(command), command, failure);
    } catch (RuntimeException untyped) {
      failure.addSuppressed(untyped);
      return deadLetter(command, failure);
    }
  }

  private <C, S, E, R> Runnable forget(
      AggregateCodec<C, S, E, R> codec, Record<String, byte[]> command, RuntimeException failure) {
    if (!(codec.aggregateType().onErasure()
        instanceof OnErasure.Erase<C, S, E>(C _, Function<String, Remains<S, E>> unreadable))) {
      return deadLetter(command, failure);
    }
    Remains<S, E> remains = unreadable.apply(command.key());
    long sequence = AggregateCodec.sequenceOf(aggregates.get(command.key()));
    ReceivedCommand<?> received = codec.read(command);
    Recorded<S, E> recorded =
        new Recorded<>(
            command.key(),
            received.commandId(),
            received.actor(),
            received.correlation(),
            received.occurredAt(),
            emitter.after(Instant.EPOCH),
            sequence + 1,
            codec.aggregateType().decider().initial(),
            remains.state(),
            remains.events());
    List<Publication> publications = new ArrayList<>(emitter.tombstones(recorded.key()));
    if (!remains.events().isEmpty()) {
      publications.addAll(codec.aggregateType().publisher().publish(recorded));
    }
    sequence += remains.events().size();
    byte[] stored =
        codec.store(
            new StoredAggregate<>(
                remains.state(), sequence, recorded.recordedAt(), "", null, null));
    byte[] outcome = codec.forgotten(recorded);
    return () -> {
      LOG.error(
          "aggregate {} cannot be read and its owner is erased, it ends by its key alone: {}",
          command.key(),
          failure.getClass().getName());
      aggregates.put(command.key(), stored);
      timers.removeAllOf(command.key());
      publications.forEach(each -> emitter.publish(each, recorded));
      decided.accept(codec.aggregateType().name(), Verdict.FORGOTTEN);
      emitter.outcome(command, outcome, false);
    };
  }

  /**
   * A command that cannot be read or decided, or whose aggregate cannot be read, is put aside; its
   * aggregate stays as it is and takes the next one.
   */
  private Runnable deadLetter(Record<String, byte[]> command, RuntimeException failure) {
    return () -> {
      LOG.error(
          "command at {} for {} sent to dead letters: {} at {}"
              + " (runbook: an-aggregate-is-quarantined)",
          context.recordMetadata().map(RecordMetadata::offset).orElse(-1L),
          command.key(),
          failure.getClass().getName(),
          // No message: it may quote what people wrote.
          Arrays.stream(failure.getStackTrace()).findFirst().map(Object::toString).orElse("?"));
      decided.accept("unreadable", Verdict.UNREADABLE);
      // The words of an erased owner are put aside nowhere; steps of the erasure hold none.
      if (command.key() == null || erases(command) || !owned.isErased(command.key())) {
        emitter.deadLetter(command, failure);
      }
      emitter.outcome(command, new byte[0], false);
    };
  }
}
