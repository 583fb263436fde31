package isegoria.eventsourcing;

import java.util.List;

/** The answer to a command: facts to record, or the reason nothing was recorded. */
public sealed interface Decision<E, R> {

  /** Facts to record. An empty list means "already so": accepted, with nothing new to record. */
  record Accepted<E, R>(List<E> events) implements Decision<E, R> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Nothing is recorded, because of the reason. */
  record Rejected<E, R>(R reason) implements Decision<E, R> {}

  static <E, R> Decision<E, R> accept() {
    return new Accepted<>(List.of());
  }

  static <E, R> Decision<E, R> accept(E event) {
    return new Accepted<>(List.of(event));
  }

  static <E, R> Decision<E, R> accept(E first, E second) {
    return new Accepted<>(List.of(first, second));
  }

  static <E, R> Decision<E, R> accept(List<E> events) {
    return new Accepted<>(events);
  }

  static <E, R> Decision<E, R> reject(R reason) {
    return new Rejected<>(reason);
  }
}
