package isegoria.eventsourcing;

import java.util.List;

/** What the world gets to know of a decision: the seam between a pure rule and the contract. */
@FunctionalInterface
public interface Publisher<S, E> {
  List<Publication> publish(Recorded<S, E> recorded);
}
