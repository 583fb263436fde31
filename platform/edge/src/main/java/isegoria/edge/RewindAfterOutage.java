package isegoria.edge;

import isegoria.eventsourcing.read.ViewCache;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Applies the latest records again when Cassandra is back after no node answered: writes that it
 * acknowledged just before may be gone. Meanwhile no cache keeps rows that it loads.
 *
 * @param rewind has this instance's share applied again
 * @param isApplied whether it is
 * @param others how long other instances may take for their shares; this instance does not learn
 *     their progress
 */
record RewindAfterOutage(
    List<ViewCache> caches, Runnable rewind, BooleanSupplier isApplied, Duration others)
    implements Runnable {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  RewindAfterOutage {
    caches = List.copyOf(caches);
  }

  /** On a thread of its own: it waits. */
  @Override
  public void run() {
    long end = System.nanoTime() + others.toNanos();
    caches.forEach(ViewCache::suspend);
    rewind.run();
    while (System.nanoTime() < end || !isApplied.getAsBoolean()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    caches.forEach(ViewCache::resume);
  }
}
