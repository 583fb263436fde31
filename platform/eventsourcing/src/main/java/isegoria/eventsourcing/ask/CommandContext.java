package isegoria.eventsourcing.ask;

import java.time.Duration;
import java.time.Instant;

/**
 * What the edge stamps on a command: its id, its actor, its time, and how long the caller waits.
 *
 * @param commandId the client's idempotency key in its scope, or a minted one
 * @param repeatable whether a repeat may bear the same id; only then the first outcome is
 *     remembered, because nothing sends a minted id twice
 * @param actor the account that acts, or empty
 * @param correlation the trace, as a {@code traceparent} header says it, or empty
 * @param patience how long the caller waits; the decider rejects the command after that
 */
public record CommandContext(
    String commandId,
    boolean repeatable,
    String actor,
    String correlation,
    Instant occurredAt,
    Duration patience) {}
