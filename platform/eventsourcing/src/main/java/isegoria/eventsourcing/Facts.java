package isegoria.eventsourcing;

import java.util.List;

/**
 * The facts that alone lead to a state.
 *
 * <p>Outcomes expire after a day, states do not: a service rebuilds its rows from a state and these
 * facts. A fact that a later one cancelled is not among them.
 */
@FunctionalInterface
public interface Facts<S, E> {

  List<E> of(String key, S state);

  /** For an aggregate type whose rows follow from the state alone. */
  static <S, E> Facts<S, E> none() {
    return (key, state) -> List.of();
  }
}
