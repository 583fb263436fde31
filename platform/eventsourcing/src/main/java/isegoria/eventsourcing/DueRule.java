package isegoria.eventsourcing;

import org.jspecify.annotations.Nullable;

/** Time as a policy: the next thing that falls due for a state, if anything does. */
@FunctionalInterface
public interface DueRule<C, S> {
  @Nullable Due<C> next(S state);

  static <C, S> DueRule<C, S> nothing() {
    return state -> null;
  }
}
