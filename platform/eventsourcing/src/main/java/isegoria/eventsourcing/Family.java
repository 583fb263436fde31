package isegoria.eventsourcing;

/**
 * One kind of aggregate as the runtime knows it: its rules, its types, and what follows from them.
 *
 * @param name what commands are addressed to; stands in records and metrics, so it never changes
 */
public record Family<C, S, E, R>(
    String name,
    Decider<C, S, E, R> decider,
    Class<C> command,
    Class<S> state,
    Class<E> event,
    Class<R> rejection,
    Publisher<S, E> publisher,
    DueRule<C, S> due,
    Policy<S, E> policy) {

  SealedJson<C> commandJson() {
    return SealedJson.of(command);
  }

  SealedJson<Outcome<S, E, R>> outcomeJson() {
    return SealedJson.of(Outcome.class, state, event, rejection);
  }

  SealedJson<StoredAggregate<S>> storedJson() {
    return SealedJson.of(StoredAggregate.class, state);
  }
}
