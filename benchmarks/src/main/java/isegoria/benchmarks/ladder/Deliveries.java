package isegoria.benchmarks.ladder;

import isegoria.benchmarks.load.Latencies;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntUnaryOperator;

/**
 * Counts visible deliveries: pairs of a post and a reader whose home was read, in the same load,
 * after the post could be seen. Nothing else is a delivery, however much was written for it. Apart
 * from them it counts what stood on the pages that were returned and was new to the reader: of
 * twenty posts at most, however many had come.
 */
public final class Deliveries {
  private final Network network;
  private final AtomicLongArray lastReads;
  private final AtomicLongArray newestSeen;
  private final LongAdder shown = new LongAdder();
  private final IntArrayList authors = new IntArrayList();
  private final LongArrayList visibleAt = new LongArrayList();
  private final Latencies small = new Latencies();
  private final Latencies giant = new Latencies();

  /** Begins after the newest post that there is. */
  public Deliveries(Network network, long newest) {
    this.network = network;
    this.lastReads = new AtomicLongArray(network.people());
    this.newestSeen = new AtomicLongArray(network.people());
    for (int person = 0; person < network.people(); person++) {
      newestSeen.set(person, newest);
      lastReads.set(person, Long.MIN_VALUE);
    }
  }

  /** A reader asked at this moment, and was shown this first page. */
  public void hasRead(int reader, long atNanos, long[] page) {
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

  /** A post by this author, due at a moment, could be seen from another on. */
  public void isVisible(int author, long dueNanos, long atNanos) {
    of(author).add(atNanos - dueNanos);
    synchronized (this) {
      authors.add(author);
      visibleAt.add(atNanos);
    }
  }

  void hasFailed(int author) {
    of(author).addFailed();
  }

  private Latencies of(int author) {
    return author == LoadSchedule.GIANT ? giant : small;
  }

  /** How long posts took to be seen, but for number 0's. */
  Latencies small() {
    return small;
  }

  /** How long number 0's posts took to be seen. */
  Latencies giant() {
    return giant;
  }

  /** Posts on pages that the reader had not been shown before. */
  public long shown() {
    return shown.sum();
  }

  /** Posts that could be seen. */
  public synchronized long posts() {
    return authors.size();
  }

  public synchronized long count() {
    long count = 0;
    for (int i = 0; i < authors.size(); i++) {
      long at = visibleAt.getLong(i);
      for (int reader : network.activeFollowersOf(authors.getInt(i))) {
        count += lastReads.get(reader) >= at ? 1 : 0;
      }
    }
    return count;
  }

  /** What would be delivered if every active follower had read. */
  public long reachable() {
    return sum(author -> network.activeFollowersOf(author).length);
  }

  /** Followers of all posts, those who never read too. */
  long followers() {
    return sum(network::followersOf);
  }

  synchronized long sum(IntUnaryOperator ofAuthor) {
    return authors.intStream().mapToLong(ofAuthor::applyAsInt).sum();
  }
}
