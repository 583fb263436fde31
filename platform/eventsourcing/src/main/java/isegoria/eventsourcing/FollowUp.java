package isegoria.eventsourcing;

/**
 * A command that follows from a fact, for another aggregate of the same service.
 *
 * <p>It is sent in the fact's own transaction, so it is sent exactly when the fact holds; its
 * outcome answers the caller.
 */
public record FollowUp(String aggregateType, String key, Object command) {}
