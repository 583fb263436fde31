package isegoria.eventsourcing.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command as its decider received it, decoded from its record.
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
    @Nullable Instant deadline) {}
