package isegoria.eventsourcing;

import java.util.List;

/** What a decision publishes: the seam between a pure rule and the contract. */
@FunctionalInterface
public interface Publisher<S, E> {
  List<Publication> publish(Recorded<S, E> recorded);
}
