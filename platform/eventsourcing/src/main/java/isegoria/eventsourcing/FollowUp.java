package isegoria.eventsourcing;

/**
 * A command that follows from a fact, for another aggregate of the same service.
 *
 * <p>It is sent in the fact's own transaction, so it is sent exactly when the fact holds.
 */
public record FollowUp(String aggregateType, String key, Object command, Kind kind) {

  /** Whom its outcome answers. */
  public enum Kind {
    /** The caller, instead of the outcome of the fact. */
    ANSWERS,

    /** No one: the caller has the outcome of the fact. */
    FOLLOWS,

    /** No one; as part of an erasure it passes the marker of its owner. */
    ERASES
  }

  /** A command whose outcome answers the caller. */
  public FollowUp(String aggregateType, String key, Object command) {
    this(aggregateType, key, command, Kind.ANSWERS);
  }
}
