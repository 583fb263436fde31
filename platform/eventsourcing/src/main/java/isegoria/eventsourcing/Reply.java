package isegoria.eventsourcing;

import java.util.List;

/** What the asker of a command learns. */
public sealed interface Reply<S, E, R> {

  /**
   * It holds.
   *
   * @param repeated whether this is the first answer given again to the same command id
   * @param positions where it can be seen, as the position header says it
   */
  record Accepted<S, E, R>(S state, List<E> events, boolean repeated, String positions)
      implements Reply<S, E, R> {}

  /** A rule stands against it; the positions say where the reason can be seen. */
  record Refused<S, E, R>(R reason, String positions) implements Reply<S, E, R> {}

  /** Nobody answered in time: it may hold or not, and the same id may be asked again. */
  record Unknown<S, E, R>() implements Reply<S, E, R> {}

  /** It came to its decider after its deadline; it does not hold. */
  record TooLate<S, E, R>() implements Reply<S, E, R> {}

  /** It is larger than a record may be; it does not hold. */
  record TooLarge<S, E, R>() implements Reply<S, E, R> {}

  /** It could not be sent; it does not hold. */
  record Unavailable<S, E, R>() implements Reply<S, E, R> {}

  /** Its aggregate takes no commands; it does not hold. */
  record Quarantined<S, E, R>() implements Reply<S, E, R> {}
}
