package isegoria.eventsourcing.read;

/** What an instance keeps of its tables in memory, and must drop when they were rebuilt. */
@FunctionalInterface
public interface ViewCache {
  void clear();

  /** Keeps nothing that is loaded from now on: tables may have lost rows that are written again. */
  default void suspend() {}

  /**
   * Drops what was kept before and keeps what is loaded from now on: the rows are written again.
   */
  default void resume() {
    clear();
  }
}
