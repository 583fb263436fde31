package isegoria.eventsourcing;

/**
 * A command that follows from a fact, for another aggregate of the same service.
 *
 * <p>It is sent in the fact's own transaction, so it is sent exactly when the fact holds.
 *
 * @param erases whether it is part of an erasure: it passes the marker of its owner, and its
 *     outcome is no answer; the outcome of any other one answers the caller
 */
public record FollowUp(String aggregateType, String key, Object command, boolean erases) {

  /** A command whose outcome answers the caller. */
  public FollowUp(String aggregateType, String key, Object command) {
    this(aggregateType, key, command, false);
  }
}
