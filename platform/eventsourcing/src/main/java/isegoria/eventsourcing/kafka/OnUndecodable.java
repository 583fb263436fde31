package isegoria.eventsourcing.kafka;

/** What a consumer does when it cannot decode the bytes of a record. */
public enum OnUndecodable {
  /**
   * The consumer pauses the record's partition until an operator retries or skips the record. For
   * tables: their readers see what they saw before, and nothing is lost.
   */
  PAUSE,

  /** The consumer goes on with the next record. For what one missing entry does not falsify. */
  SKIP,

  /**
   * The consumer goes on and keeps what it knew of the record's key, and is degraded until a later
   * record of that key is applied. For sanctions and relationships: without their last value, a
   * block or a suspension would be lifted.
   */
  KEEP_LAST
}
