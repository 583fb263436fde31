package isegoria.eventsourcing;

import java.time.Instant;
import java.util.List;

/**
 * What one command made true: the facts, the state before and after them, who and when.
 *
 * @param sequence of the first fact in its stream, from 1
 * @param occurredAt when the edge took the command
 * @param recordedAt when the decider recorded it; rises strictly within a stream
 */
public record Recorded<S, E>(
    String key,
    String commandId,
    String actor,
    String correlation,
    Instant occurredAt,
    Instant recordedAt,
    long sequence,
    S before,
    S after,
    List<E> events) {

  public Recorded {
    events = List.copyOf(events);
  }
}
