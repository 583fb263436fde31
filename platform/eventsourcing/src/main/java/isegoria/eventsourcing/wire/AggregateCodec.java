package isegoria.eventsourcing.wire;

import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.Recorded;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.eventsourcing.record.StoredAggregate;
import isegoria.eventsourcing.record.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The bytes of one aggregate type: commands in, stored aggregates in and out, outcomes out. */
public final class AggregateCodec<C, S, E, R> {

  private final AggregateType<C, S, E, R> aggregateType;
  private final SealedJson<C> commands;
  private final SealedJson<Outcome<S, E, R>> outcomes;
  private final SealedJson<StoredAggregate<S>> stored;

  public AggregateCodec(AggregateType<C, S, E, R> aggregateType) {
    this.aggregateType = aggregateType;
    this.commands = aggregateType.commandJson();
    this.outcomes = aggregateType.outcomeJson();
    this.stored = aggregateType.storedJson();
  }

  public AggregateType<C, S, E, R> aggregateType() {
    return aggregateType;
  }

  public ReceivedCommand<C> read(Record<String, byte[]> record) {
    Headers headers = record.headers();
    byte[] value = record.value();
    if (record.key() == null || record.key().indexOf('/') < 1 || value == null) {
      throw new IllegalArgumentException("command: no key or no value");
    }
    String deadline = RecordHeader.text(headers, RecordHeader.DEADLINE);
    String actor = RecordHeader.text(headers, RecordHeader.ACTOR);
    String trace = RecordHeader.text(headers, RecordHeader.TRACEPARENT);
    return new ReceivedCommand<>(
        commands.decode(value),
        RecordHeader.required(headers, RecordHeader.COMMAND_ID),
        headers.lastHeader(RecordHeader.REPEATABLE) != null,
        actor == null ? "" : actor,
        trace == null ? "" : trace,
        Instant.parse(RecordHeader.required(headers, RecordHeader.OCCURRED_AT)),
        deadline == null ? null : Instant.parse(deadline));
  }

  /**
   * A command that this codec has read, with its type: the registry by name makes the cast safe.
   */
  @SuppressWarnings("unchecked")
  public ReceivedCommand<C> typed(ReceivedCommand<?> received) {
    return (ReceivedCommand<C>) received;
  }

  public byte[] encodeAny(Object command) {
    return commands.encode(aggregateType.command().cast(command));
  }

  public byte[] encode(C command) {
    return commands.encode(command);
  }

  /** What the timers' store keeps: the aggregate type's name, a line feed, the command. */
  public byte[] encodeDue(C command) {
    byte[] name = (aggregateType.name() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] body = commands.encode(command);
    byte[] both = new byte[name.length + body.length];
    System.arraycopy(name, 0, both, 0, name.length);
    System.arraycopy(body, 0, both, name.length, body.length);
    return both;
  }

  public StoredAggregate<S> load(byte @Nullable [] bytes) {
    return bytes == null
        ? new StoredAggregate<>(aggregateType.decider().initial(), 0, Instant.EPOCH, "", null, null)
        : stored.decode(bytes);
  }

  /** The facts so far of an aggregate whose state cannot be read; 0 where that cannot be either. */
  public static long sequenceOf(byte @Nullable [] bytes) {
    try {
      return bytes == null ? 0 : SealedJson.treeOf(bytes).path("sequence").asLong(0);
    } catch (JacksonException unreadable) {
      return 0;
    }
  }

  public byte[] store(StoredAggregate<S> aggregate) {
    return stored.encode(aggregate);
  }

  public Outcome<S, E, R> outcome(byte[] bytes) {
    return outcomes.decode(bytes);
  }

  /**
   * The reply that an outcome means to its caller; an empty outcome stands for an unreadable
   * command.
   */
  public Reply<S, E, R> reply(byte[] bytes, boolean repeated) {
    if (bytes.length == 0) {
      return new Reply.Quarantined<>();
    }
    Outcome<S, E, R> outcome = outcomes.decode(bytes);
    return switch (outcome.verdict()) {
      case ACCEPTED, FORWARDED, FORGOTTEN ->
          new Reply.Accepted<>(outcome.state(), outcome.events(), repeated, outcome.positions());
      case REJECTED -> {
        R reason = outcome.rejection();
        if (reason == null) {
          throw new IllegalStateException("outcome rejected: no reason (expected: one)");
        }
        yield new Reply.Rejected<>(reason, outcome.positions());
      }
      case TOO_LATE -> new Reply.TooLate<>();
      case TOO_LARGE -> new Reply.TooLarge<>();
      case QUARANTINED, UNREADABLE -> new Reply.Quarantined<>();
      case OWNER_ERASED -> new Reply.OwnerErased<>();
    };
  }

  /** A stored aggregate as the outcome that alone would have led to it. */
  public Outcome<S, E, R> outcomeOf(String key, byte[] bytes) {
    StoredAggregate<S> aggregate = stored.decode(bytes);
    return new Outcome<>(
        aggregateType.name(),
        key,
        "",
        "",
        Verdict.ACCEPTED,
        aggregate.recordedAt(),
        aggregate.sequence(),
        null,
        aggregateType.facts().of(key, aggregate.state()),
        aggregate.state(),
        aggregate.positions());
  }

  /** What was recorded the first time, as far as the outcome has it. */
  public Recorded<S, E> recordedOf(Outcome<S, E, R> first, ReceivedCommand<C> received) {
    return new Recorded<>(
        first.key(),
        first.commandId(),
        first.actor(),
        received.correlation(),
        received.occurredAt(),
        first.recordedAt(),
        first.sequence(),
        first.state(),
        first.state(),
        first.events());
  }

  public byte[] accepted(Recorded<S, E> recorded, String positions, boolean forwarded) {
    return recorded(recorded, positions, forwarded ? Verdict.FORWARDED : Verdict.ACCEPTED);
  }

  /** What is left of an aggregate that could not be read. */
  public byte[] forgotten(Recorded<S, E> remains) {
    return recorded(remains, "", Verdict.FORGOTTEN);
  }

  private byte[] recorded(Recorded<S, E> recorded, String positions, Verdict verdict) {
    return outcomes.encode(
        new Outcome<>(
            aggregateType.name(),
            recorded.key(),
            recorded.commandId(),
            recorded.actor(),
            verdict,
            recorded.recordedAt(),
            recorded.sequence(),
            null,
            recorded.events(),
            recorded.after(),
            positions));
  }

  public EncodedOutcome rejected(
      String key, ReceivedCommand<C> received, StoredAggregate<S> before, R reason, Instant now) {
    return decided(key, received, before, Verdict.REJECTED, reason, now);
  }

  public EncodedOutcome unchanged(
      String key, ReceivedCommand<C> received, StoredAggregate<S> before, Instant now) {
    return decided(key, received, before, Verdict.ACCEPTED, null, now);
  }

  /** The answer to an operator who has released the aggregate. */
  public byte[] released(String key, String commandId, StoredAggregate<S> after, Instant now) {
    return outcomes.encode(
        new Outcome<>(
            aggregateType.name(),
            key,
            commandId,
            "",
            Verdict.ACCEPTED,
            now,
            after.sequence(),
            null,
            List.of(),
            after.state(),
            after.positions()));
  }

  public byte[] notDecided(
      String key,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      Verdict verdict,
      Instant now) {
    return decided(key, received, before, verdict, null, now).bytes();
  }

  private EncodedOutcome decided(
      String key,
      ReceivedCommand<C> received,
      StoredAggregate<S> before,
      Verdict verdict,
      @Nullable R reason,
      Instant now) {
    byte[] bytes =
        outcomes.encode(
            new Outcome<>(
                aggregateType.name(),
                key,
                received.commandId(),
                received.actor(),
                verdict,
                now,
                before.sequence(),
                reason,
                List.of(),
                before.state(),
                before.positions()));
    return new EncodedOutcome(aggregateType.name(), verdict, bytes);
  }
}
