package isegoria.benchmarks.ladder;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts visible deliveries: pairs of a post and a reader whose home was read, in the same load,
 * after the post could be seen. Nothing else is a delivery, however much was written for it. Apart
 * from them it counts what stood on the pages that were returned and was new to the reader: of
 * twenty posts at most, however many had come.
 */
final class Deliveries {
  private final Network network;
  private final AtomicLongArray lastReads;
  private final AtomicLongArray newestSeen;
  private final LongAdder shown = new LongAdder();
  private final IntArrayList authors = new IntArrayList();
  private final LongArrayList visibleAt = new LongArrayList();

  /** Begins after the newest post that there is. */
  Deliveries(Network network, long newest) {
    this.network = network;
    this.lastReads = new AtomicLongArray(network.people());
    this.newestSeen = new AtomicLongArray(network.people());
    for (int person = 0; person < network.people(); person++) {
      newestSeen.set(person, newest);
    }
  }

  /** A reader asked at this moment, and was shown this first page. */
  void hasRead(int reader, long atNanos, long[] page) {
    lastReads.accumulateAndGet(reader, atNanos, Math::max);
    if (page.length > 0) {
      long before = newestSeen.getAndAccumulate(reader, page[0], Math::max);
      for (long id : page) {
        if (id > before) {
          shown.increment();
        }
      }
    }
  }

  /** Posts on pages that the reader had not been shown before. */
  long shown() {
    return shown.sum();
  }

  /** A post by this author could be seen from this moment on. */
  synchronized void isVisible(int author, long atNanos) {
    authors.add(author);
    visibleAt.add(atNanos);
  }

  synchronized long count() {
    long count = 0;
    for (int i = 0; i < authors.size(); i++) {
      long at = visibleAt.getLong(i);
      for (int reader : network.activeFollowersOf(authors.getInt(i))) {
        count += lastReads.get(reader) >= at ? 1 : 0;
      }
    }
    return count;
  }
}
