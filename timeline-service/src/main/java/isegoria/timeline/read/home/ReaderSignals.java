package isegoria.timeline.read.home;

/** Where it is told who reads: whoever has read within some days is worth a snapshot. */
@FunctionalInterface
public interface ReaderSignals {

  void hasRead(long readerId);
}
