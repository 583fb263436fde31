package isegoria.eventsourcing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A command as it came to its decider, taken out of its record. */
record Arrived<C>(
    C command,
    String commandId,
    String actor,
    String correlation,
    Instant occurredAt,
    @Nullable Instant deadline) {}
