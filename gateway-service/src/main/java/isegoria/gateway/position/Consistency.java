package isegoria.gateway.position;

/** Who waits for whose writes. */
public enum Consistency {
  /** An account's requests wait for that account's writes. */
  SESSION,
  /** Everybody's requests wait for everybody's writes. */
  STRICT,
  /** No read waits. */
  NONE
}
