package isegoria.eventsourcing;

import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.eventsourcing.record.StoredAggregate;
import isegoria.eventsourcing.record.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of aggregate as the runtime knows it: its decider, its record types, and its publisher.
 *
 * @param name what commands are addressed to; stands in records and metrics, so it never changes
 */
public record AggregateType<C, S, E, R>(
    String name,
    Decider<C, S, E, R> decider,
    Class<C> command,
    Class<S> state,
    Class<E> event,
    Class<R> rejection,
    Publisher<S, E> publisher,
    DueRule<C, S> due,
    Policy<S, E> policy,
    Facts<S, E> facts) {

  /** An aggregate type whose rows follow from the state alone. */
  public AggregateType(
      String name,
      Decider<C, S, E, R> decider,
      Class<C> command,
      Class<S> state,
      Class<E> event,
      Class<R> rejection,
      Publisher<S, E> publisher,
      DueRule<C, S> due,
      Policy<S, E> policy) {
    this(name, decider, command, state, event, rejection, publisher, due, policy, Facts.none());
  }

  /** The command as its decider reads it: to bytes and back. For specs. */
  public C overTheWire(C sent) {
    return commandJson().decode(commandJson().encode(sent));
  }

  /**
   * The state as its projection reads it: to an outcome's bytes and back, with its facts. For
   * specs.
   *
   * @throws IllegalStateException when a fact comes back changed
   */
  public S overTheWire(S after, List<E> events) {
    Outcome<S, E, R> sent =
        new Outcome<>(
            name, "o/a", "c", "", Verdict.ACCEPTED, Instant.EPOCH, 1, null, events, after, "");
    Outcome<S, E, R> got = outcomeJson().decode(outcomeJson().encode(sent));
    if (!got.events().equals(events)) {
      throw new IllegalStateException("events: " + got.events() + " (expected: " + events + ")");
    }
    return got.state();
  }

  /** The rejection as its caller reads it: to an outcome's bytes and back. For specs. */
  public @Nullable R rejectionOverTheWire(R reason) {
    Outcome<S, E, R> sent =
        new Outcome<>(
            name,
            "o/a",
            "c",
            "",
            Verdict.REJECTED,
            Instant.EPOCH,
            1,
            reason,
            List.of(),
            decider.initial(),
            "");
    return outcomeJson().decode(outcomeJson().encode(sent)).rejection();
  }

  public SealedJson<C> commandJson() {
    return SealedJson.of(command);
  }

  public SealedJson<Outcome<S, E, R>> outcomeJson() {
    return SealedJson.of(Outcome.class, state, event, rejection);
  }

  public SealedJson<StoredAggregate<S>> storedJson() {
    return SealedJson.of(StoredAggregate.class, state);
  }
}
