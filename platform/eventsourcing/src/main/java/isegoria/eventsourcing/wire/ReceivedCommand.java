package isegoria.eventsourcing.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A command as it came to its decider, taken out of its record. */
public record ReceivedCommand<C>(
    C command,
    String commandId,
    String actor,
    String correlation,
    Instant occurredAt,
    @Nullable Instant deadline) {}
