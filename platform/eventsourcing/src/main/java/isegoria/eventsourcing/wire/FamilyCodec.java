package isegoria.eventsourcing.wire;

import isegoria.eventsourcing.Family;
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

/** A family with its bytes: commands in, stored aggregates to and fro, outcomes out. */
public final class FamilyCodec<C, S, E, R> {

  private final Family<C, S, E, R> family;
  private final SealedJson<C> commands;
  private final SealedJson<Outcome<S, E, R>> outcomes;
  private final SealedJson<StoredAggregate<S>> stored;

  public FamilyCodec(Family<C, S, E, R> family) {
    this.family = family;
    this.commands = family.commandJson();
    this.outcomes = family.outcomeJson();
    this.stored = family.storedJson();
  }

  public Family<C, S, E, R> family() {
    return family;
  }

  public Arrived<C> read(Record<String, byte[]> record) {
    Headers headers = record.headers();
    byte[] value = record.value();
    if (record.key() == null || record.key().indexOf('/') < 1 || value == null) {
      throw new IllegalArgumentException("command: no key or no value");
    }
    String deadline = RecordHeader.text(headers, RecordHeader.DEADLINE);
    String actor = RecordHeader.text(headers, RecordHeader.ACTOR);
    String trace = RecordHeader.text(headers, RecordHeader.TRACEPARENT);
    return new Arrived<>(
        commands.decode(value),
        RecordHeader.required(headers, RecordHeader.COMMAND_ID),
        actor == null ? "" : actor,
        trace == null ? "" : trace,
        Instant.parse(RecordHeader.required(headers, RecordHeader.OCCURRED_AT)),
        deadline == null ? null : Instant.parse(deadline));
  }

  /** What this codec read is of this family: the cast that the registry by name makes safe. */
  @SuppressWarnings("unchecked")
  public Arrived<C> typed(Arrived<?> arrived) {
    return (Arrived<C>) arrived;
  }

  public byte[] encodeAny(Object command) {
    return commands.encode(family.command().cast(command));
  }

  public byte[] encode(C command) {
    return commands.encode(command);
  }

  /** What the timers' store keeps: the family's name, a line feed, the command. */
  public byte[] encodeDue(C command) {
    byte[] name = (family.name() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] body = commands.encode(command);
    byte[] both = new byte[name.length + body.length];
    System.arraycopy(name, 0, both, 0, name.length);
    System.arraycopy(body, 0, both, name.length, body.length);
    return both;
  }

  public StoredAggregate<S> load(byte @Nullable [] bytes) {
    return bytes == null
        ? new StoredAggregate<>(family.decider().initial(), 0, Instant.EPOCH, "", null, null)
        : stored.decode(bytes);
  }

  public byte[] store(StoredAggregate<S> aggregate) {
    return stored.encode(aggregate);
  }

  public Outcome<S, E, R> outcome(byte[] bytes) {
    return outcomes.decode(bytes);
  }

  /** What an outcome tells its asker; an empty one was unreadable. */
  public Reply<S, E, R> reply(byte[] bytes, boolean repeated) {
    if (bytes.length == 0) {
      return new Reply.Quarantined<>();
    }
    Outcome<S, E, R> outcome = outcomes.decode(bytes);
    return switch (outcome.verdict()) {
      case ACCEPTED, FORWARDED ->
          new Reply.Accepted<>(outcome.state(), outcome.events(), repeated, outcome.positions());
      case REFUSED -> {
        R reason = outcome.refused();
        if (reason == null) {
          throw new IllegalStateException("outcome refused: no reason (expected: one)");
        }
        yield new Reply.Refused<>(reason, outcome.positions());
      }
      case TOO_LATE -> new Reply.TooLate<>();
      case TOO_LARGE -> new Reply.TooLarge<>();
      case QUARANTINED, UNREADABLE -> new Reply.Quarantined<>();
    };
  }

  /** A stored aggregate as the outcome that alone would have led to it. */
  public Outcome<S, E, R> again(String key, byte[] bytes) {
    StoredAggregate<S> aggregate = stored.decode(bytes);
    return new Outcome<>(
        family.name(),
        key,
        "",
        "",
        Verdict.ACCEPTED,
        aggregate.recordedAt(),
        aggregate.sequence(),
        null,
        family.facts().of(key, aggregate.state()),
        aggregate.state(),
        aggregate.positions());
  }

  /** What was recorded the first time, as far as an outcome tells it. */
  public Recorded<S, E> again(Outcome<S, E, R> first, Arrived<C> arrived) {
    return new Recorded<>(
        first.key(),
        first.commandId(),
        first.actor(),
        arrived.correlation(),
        arrived.occurredAt(),
        first.recordedAt(),
        first.sequence(),
        first.state(),
        first.state(),
        first.events());
  }

  public byte[] accepted(Recorded<S, E> recorded, String positions, boolean forwarded) {
    return outcomes.encode(
        new Outcome<>(
            family.name(),
            recorded.key(),
            recorded.commandId(),
            recorded.actor(),
            forwarded ? Verdict.FORWARDED : Verdict.ACCEPTED,
            recorded.recordedAt(),
            recorded.sequence(),
            null,
            recorded.events(),
            recorded.after(),
            positions));
  }

  public Decided refused(
      String key, Arrived<C> arrived, StoredAggregate<S> before, R reason, Instant now) {
    return decided(key, arrived, before, Verdict.REFUSED, reason, now);
  }

  public Decided unchanged(String key, Arrived<C> arrived, StoredAggregate<S> before, Instant now) {
    return decided(key, arrived, before, Verdict.ACCEPTED, null, now);
  }

  public byte[] notDecided(
      String key, Arrived<C> arrived, StoredAggregate<S> before, Verdict verdict, Instant now) {
    return decided(key, arrived, before, verdict, null, now).bytes();
  }

  private Decided decided(
      String key,
      Arrived<C> arrived,
      StoredAggregate<S> before,
      Verdict verdict,
      @Nullable R reason,
      Instant now) {
    byte[] bytes =
        outcomes.encode(
            new Outcome<>(
                family.name(),
                key,
                arrived.commandId(),
                arrived.actor(),
                verdict,
                now,
                before.sequence(),
                reason,
                List.of(),
                before.state(),
                before.positions()));
    return new Decided(family.name(), arrived.commandId(), verdict, bytes);
  }
}
