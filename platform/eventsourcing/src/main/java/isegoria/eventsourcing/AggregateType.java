package isegoria.eventsourcing;

import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.SealedJson;
import isegoria.eventsourcing.record.StoredAggregate;
import isegoria.eventsourcing.record.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One kind of aggregate as the runtime knows it: its decider, its record types, and its publisher.
 *
 * @param name what commands are addressed to; stands in records and metrics, so it never changes
 * @param onErasure what becomes of it when its owner is erased
 * @param upcasters from each version of what it stores to the next; the first reads version 1
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
    Facts<S, E> facts,
    OnErasure<C, S, E> onErasure,
    List<Upcaster> upcasters) {

  public AggregateType {
    upcasters = List.copyOf(upcasters);
  }

  /** A type whose stored bytes are of the first version. */
  public AggregateType(
      String name,
      Decider<C, S, E, R> decider,
      Class<C> command,
      Class<S> state,
      Class<E> event,
      Class<R> rejection,
      Publisher<S, E> publisher,
      DueRule<C, S> due,
      Policy<S, E> policy,
      Facts<S, E> facts,
      OnErasure<C, S, E> onErasure) {
    this(
        name, decider, command, state, event, rejection, publisher, due, policy, facts, onErasure,
        List.of());
  }

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
      Policy<S, E> policy,
      OnErasure<C, S, E> onErasure) {
    this(
        name,
        decider,
        command,
        state,
        event,
        rejection,
        publisher,
        due,
        policy,
        Facts.none(),
        onErasure);
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

  /**
   * The state that an erasure leaves of an aggregate that cannot be read. For specs.
   *
   * @throws IllegalStateException when the type is kept, or its erasure would change that state
   */
  public S unreadableErased(String key) {
    if (!(onErasure instanceof OnErasure.Erase<C, S, E>(C erase, var unreadable))) {
      throw new IllegalStateException(name + ": kept (expected: erased)");
    }
    S left = unreadable.apply(key).state();
    Decision<E, R> again = decider.decide(left, erase);
    if (!again.equals(Decision.accept())) {
      throw new IllegalStateException(name + ": " + again + " (expected: nothing more to erase)");
    }
    return overTheWire(left, List.of());
  }

  /** The same type as it is after further versions of what it stores. */
  public AggregateType<C, S, E, R> upcasting(List<Upcaster> all) {
    return new AggregateType<>(
        name, decider, command, state, event, rejection, publisher, due, policy, facts, onErasure,
        all);
  }

  /** The version of what is stored now, from 1. */
  public int version() {
    return upcasters.size() + 1;
  }

  public SealedJson<C> commandJson() {
    return SealedJson.of(upcasting(Upcaster::command), command);
  }

  public SealedJson<Outcome<S, E, R>> outcomeJson() {
    return SealedJson.of(
        upcasting(AggregateType::upcastOutcome), Outcome.class, state, event, rejection);
  }

  public SealedJson<StoredAggregate<S>> storedJson() {
    return SealedJson.of(upcasting(AggregateType::upcastStored), StoredAggregate.class, state);
  }

  private List<Consumer<ObjectNode>> upcasting(BiConsumer<Upcaster, ObjectNode> part) {
    return upcasters.stream()
        .<Consumer<ObjectNode>>map(upcaster -> tree -> part.accept(upcaster, tree))
        .toList();
  }

  private static void upcastStored(Upcaster upcaster, ObjectNode stored) {
    if (stored.get("state") instanceof ObjectNode state) {
      upcaster.state(state);
    }
  }

  private static void upcastOutcome(Upcaster upcaster, ObjectNode outcome) {
    upcastStored(upcaster, outcome);
    if (outcome.get("refused") instanceof ObjectNode rejection) {
      upcaster.rejection(rejection);
    }
    for (JsonNode event : outcome.path("events")) {
      if (event instanceof ObjectNode fact) {
        upcaster.event(fact);
      }
    }
  }
}
