package isegoria.eventsourcing.read;

/** What an instance keeps of its tables, and must forget when they were made again. */
@FunctionalInterface
public interface ViewCache {
  void clear();

  /** Tables may have lost rows that come again: what is loaded meanwhile is not kept. */
  default void suspend() {}

  /** They have come: what was kept before is forgotten, and what is loaded now is kept. */
  default void resume() {
    clear();
  }
}
