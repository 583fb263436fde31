package isegoria.eventsourcing;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The rules of one kind of aggregate: two total functions and a first state.
 *
 * <p>It exists so that rules can be read, tested and proved complete without a broker: {@code
 * decide} rules on every (state, command), {@code evolve} folds a fact into the state. Neither
 * reads a clock, an id, randomness or the outside world: those come in as data.
 */
public record Decider<C, S, E, R>(
    S initial, BiFunction<S, C, Decision<E, R>> decide, BiFunction<S, E, S> evolve) {

  public Decision<E, R> decide(S state, C command) {
    return decide.apply(state, command);
  }

  public S evolve(S state, List<E> events) {
    S next = state;
    for (E event : events) {
      next = evolve.apply(next, event);
    }
    return next;
  }
}
