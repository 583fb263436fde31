package isegoria.eventsourcing.kafka;

import java.util.Optional;

/**
 * Something that reads topics for as long as its process lives, as readiness, metrics and operators
 * see it.
 *
 * <p>It exists so that healthy has one meaning in every service: what the process needs in order to
 * answer has been read, and its thread lives and reads on.
 */
public interface TopicReader {

  /** Its name among the readers of its process. */
  String name();

  boolean healthy();

  /** Whether it has read all that stood in its topics at its start, where answers need all that. */
  default boolean caughtUp() {
    return true;
  }

  /** The records that it could not apply; empty for one that has none by its nature. */
  default Optional<BadRecords> badRecords() {
    return Optional.empty();
  }
}
