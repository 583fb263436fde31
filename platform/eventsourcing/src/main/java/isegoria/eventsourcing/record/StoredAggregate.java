package isegoria.eventsourcing.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate as its decider keeps it between two commands.
 *
 * @param sequence facts so far
 * @param positions where the last change can be seen, as the position header says it
 * @param dueKey where the next thing that falls due stands in the timers' store
 * @param quarantine why no further command is decided, or null
 */
public record StoredAggregate<S>(
    S state,
    long sequence,
    Instant recordedAt,
    String positions,
    @Nullable String dueKey,
    @Nullable String quarantine) {

  /** The same aggregate, which takes no further command. */
  public StoredAggregate<S> quarantined(String because) {
    return new StoredAggregate<>(state, sequence, recordedAt, positions, dueKey, because);
  }

  /** The same aggregate, which takes commands again. */
  public StoredAggregate<S> released() {
    return new StoredAggregate<>(state, sequence, recordedAt, positions, dueKey, null);
  }
}
