package isegoria.tests.once;

import isegoria.eventsourcing.Publication;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds a decider in the middle of a transaction until it is killed there.
 *
 * <p>The runtime walks a decision's publications several times before it forwards them and once to
 * forward them; a set snare stops that last walk after its first record has left.
 */
final class TransactionTrap {
  /** The walk that forwards: those before it list positions and look at sizes. */
  private static final int FORWARDING_WALK = 3;

  /** Time for the first record to reach the broker. */
  private static final long LEAVE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final AtomicBoolean set = new AtomicBoolean();
  private final CountDownLatch caught = new CountDownLatch(1);

  /** Sets the snare and waits until a decider stands in it; false when none came in time. */
  boolean awaitCatch(long millis) throws InterruptedException {
    set.set(true);
    if (caught.await(millis, TimeUnit.MILLISECONDS)) {
      return true;
    }
    set.set(false);
    return false;
  }

  List<Publication> around(List<Publication> publications) {
    return set.get() ? new Walked(publications) : publications;
  }

  private void hold() {
    LockSupport.parkNanos(LEAVE_NANOS);
    caught.countDown();
    while (set.get()) {
      LockSupport.park(this);
    }
  }

  private final class Walked extends AbstractList<Publication> {
    private final List<Publication> publications;
    private int walks;

    Walked(List<Publication> publications) {
      this.publications = publications;
    }

    @Override
    public Publication get(int index) {
      return publications.get(index);
    }

    @Override
    public int size() {
      return publications.size();
    }

    @Override
    public Iterator<Publication> iterator() {
      walks++;
      boolean forwarding = walks >= FORWARDING_WALK;
      Iterator<Publication> inner = publications.iterator();
      return new Iterator<>() {
        private boolean first = true;

        @Override
        public boolean hasNext() {
          return inner.hasNext();
        }

        @Override
        public Publication next() {
          if (!first && forwarding) {
            hold();
          }
          first = false;
          return inner.next();
        }
      };
    }
  }
}
