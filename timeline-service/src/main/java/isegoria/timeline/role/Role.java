package isegoria.timeline.role;

/**
 * What a process does, by {@code isegoria.timeline.roles}; it exists so that operators can give
 * reads more instances than writes. Processes of either role keep the recent log and the relations
 * in memory.
 */
public enum Role {
  /** Makes the slim log and the snapshots of homes, decides commands, and writes the tables. */
  MATERIALIZE,
  /** Answers clients, from memory and from the tables that other processes may write. */
  SERVE
}
