package isegoria.timeline.home.read;

/** Receives who reads: a reader of the last days is worth a snapshot. */
@FunctionalInterface
public interface ReaderSignals {

  void hasRead(long readerId);
}
