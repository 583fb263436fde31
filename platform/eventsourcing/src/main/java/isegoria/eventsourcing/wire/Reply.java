package isegoria.eventsourcing.wire;

import java.util.List;

/** What the caller of a command learns. */
public sealed interface Reply<S, E, R> {

  /** The same reply where a rejection may have any reason. */
  default Reply<S, E, Object> anyReason() {
    return switch (this) {
      case Accepted<S, E, R>(S state, List<E> events, boolean repeated, String positions) ->
          new Accepted<>(state, events, repeated, positions);
      case Rejected<S, E, R>(R reason, String positions) -> new Rejected<>(reason, positions);
      case Unknown<S, E, R> _ -> new Unknown<>();
      case TooLate<S, E, R> _ -> new TooLate<>();
      case TooLarge<S, E, R> _ -> new TooLarge<>();
      case Unavailable<S, E, R> _ -> new Unavailable<>();
      case Quarantined<S, E, R> _ -> new Quarantined<>();
      case OwnerErased<S, E, R> _ -> new OwnerErased<>();
    };
  }

  /**
   * The same rejection for a caller who expects the state of another aggregate type; no other reply
   * may be passed on so.
   */
  default <S2, E2> Reply<S2, E2, Object> onlyRejected() {
    return switch (this) {
      case Accepted<S, E, R> _ ->
          throw new IllegalStateException("reply: accepted (expected: a follow-up to answer)");
      case Rejected<S, E, R>(R reason, String positions) -> new Rejected<>(reason, positions);
      case Unknown<S, E, R> _ -> new Unknown<>();
      case TooLate<S, E, R> _ -> new TooLate<>();
      case TooLarge<S, E, R> _ -> new TooLarge<>();
      case Unavailable<S, E, R> _ -> new Unavailable<>();
      case Quarantined<S, E, R> _ -> new Quarantined<>();
      case OwnerErased<S, E, R> _ -> new OwnerErased<>();
    };
  }

  /**
   * It holds.
   *
   * @param repeated whether this is the first answer given again to the same command id
   * @param positions where it can be seen, as the position header says it
   */
  record Accepted<S, E, R>(S state, List<E> events, boolean repeated, String positions)
      implements Reply<S, E, R> {}

  /** A rule stands against it; the positions say where the reason can be seen. */
  record Rejected<S, E, R>(R reason, String positions) implements Reply<S, E, R> {}

  /**
   * No reply came in time: the command may hold or not, and may be sent again under the same id.
   */
  record Unknown<S, E, R>() implements Reply<S, E, R> {}

  /** It came to its decider after its deadline; it does not hold. */
  record TooLate<S, E, R>() implements Reply<S, E, R> {}

  /** It is larger than a record may be; it does not hold. */
  record TooLarge<S, E, R>() implements Reply<S, E, R> {}

  /** It could not be sent; it does not hold. */
  record Unavailable<S, E, R>() implements Reply<S, E, R> {}

  /** Its aggregate takes no commands; it does not hold. */
  record Quarantined<S, E, R>() implements Reply<S, E, R> {}

  /** Its owner is erased and takes no commands; it does not hold. */
  record OwnerErased<S, E, R>() implements Reply<S, E, R> {}
}
