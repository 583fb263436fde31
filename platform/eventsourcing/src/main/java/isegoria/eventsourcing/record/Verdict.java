package isegoria.eventsourcing.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The result of a command. */
public enum Verdict {
  /** Facts were recorded, or it was already so. */
  ACCEPTED,
  /** A rule stands against it. */
  @JsonProperty("REFUSED")
  REJECTED,
  /** Accepted, and a follow-up answers in its place. */
  FORWARDED,
  /** It came to its decider after its deadline; nothing was recorded. */
  TOO_LATE,
  /** What it would record is larger than a record may be; nothing was recorded. */
  TOO_LARGE,
  /** Its aggregate cannot be folded and takes no commands; nothing was recorded. */
  QUARANTINED,
  /** Its owner is erased and takes no commands; nothing was recorded. */
  OWNER_ERASED,
  /** Its aggregate could not be read, and its owner is erased: nothing but its end is left. */
  FORGOTTEN,
  /**
   * It could not be read or decided, or its aggregate could not be read; nothing was recorded, and
   * it stands on the dead-letter topic.
   */
  UNREADABLE
}
