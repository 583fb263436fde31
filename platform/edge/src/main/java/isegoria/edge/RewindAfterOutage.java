package isegoria.edge;

import isegoria.eventsourcing.read.ViewCache;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What follows when Cassandra is back after no node answered: what it acknowledged just before may
 * be gone and is applied again. Until it is, what is loaded from tables is kept by nobody.
 *
 * @param rewind has this instance's share applied again
 * @param isApplied whether it is
 * @param others how long the shares of other instances may take, which nobody tells here
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
