package isegoria.eventsourcing.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command as it came to its decider, taken out of its record.
 *
 * @param repeatable whether its id may come again
 */
public record ReceivedCommand<C>(
    C command,
    String commandId,
    boolean repeatable,
    String actor,
    String correlation,
    Instant occurredAt,
    @Nullable Instant deadline) {

  /** The same command with what only its decider's runner knows. */
  public <D> ReceivedCommand<D> with(D completed) {
    return new ReceivedCommand<>(
        completed, commandId, repeatable, actor, correlation, occurredAt, deadline);
  }
}
