package isegoria.eventsourcing;

import java.util.List;
import java.util.function.Function;

/**
 * What becomes of an aggregate when its owner is erased. Every aggregate type declares it, so that
 * none is forgotten.
 */
public sealed interface OnErasure<C, S, E> {

  /**
   * It is erased.
   *
   * @param command asked of every aggregate; one that it would change nothing of is left alone
   * @param unreadable what is left, known by its key alone, of an aggregate that cannot be read or
   *     whose rules throw; the command changes nothing of it
   */
  record Erase<C, S, E>(C command, Function<String, Remains<S, E>> unreadable)
      implements OnErasure<C, S, E> {}

  /** It stays: evidence, or what does not belong to one owner alone. */
  record Keep<C, S, E>() implements OnErasure<C, S, E> {}

  /**
   * What is left of an aggregate that could not be read.
   *
   * @param events that others have to learn of all the same
   */
  record Remains<S, E>(S state, List<E> events) {
    public Remains {
      events = List.copyOf(events);
    }
  }

  /** The aggregate is erased; of one that cannot be read that state is left. */
  static <C, S, E> OnErasure<C, S, E> erase(C command, Function<String, S> unreadable) {
    return new Erase<>(command, key -> new Remains<>(unreadable.apply(key), List.of()));
  }

  static <C, S, E> OnErasure<C, S, E> keep() {
    return new Keep<>();
  }
}
