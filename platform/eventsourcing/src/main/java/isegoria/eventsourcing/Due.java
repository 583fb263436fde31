package isegoria.eventsourcing;

import java.time.Instant;

/** What falls due for an aggregate, and when: the command that time itself sends. */
public record Due<C>(Instant at, C command) {}
