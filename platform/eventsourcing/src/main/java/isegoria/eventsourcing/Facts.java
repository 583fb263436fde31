package isegoria.eventsourcing;

import java.util.List;

/**
 * The facts that alone lead to a state.
 *
 * <p>Outcomes are gone after a day, states are not: a service's rows are made again from a state
 * and these, as if everything between had never been. What was taken back is in none of them.
 */
@FunctionalInterface
public interface Facts<S, E> {

  List<E> of(String key, S state);

  /** For a family whose rows follow from the state alone. */
  static <S, E> Facts<S, E> none() {
    return (key, state) -> List.of();
  }
}
