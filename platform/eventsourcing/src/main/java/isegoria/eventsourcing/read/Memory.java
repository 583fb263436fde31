package isegoria.eventsourcing.read;

/** What an instance keeps of its tables, and must forget when they were made again. */
@FunctionalInterface
public interface Memory {
  void forget();
}
