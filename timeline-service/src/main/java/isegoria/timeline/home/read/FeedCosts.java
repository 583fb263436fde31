package isegoria.timeline.home.read;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What each way to a page costs here and now, and which way is the cheaper one.
 *
 * <p>It exists because the answer differs by reader and by machine: a reader who follows many
 * accounts finds a page among all newest entries; a reader who follows five, in five authors'
 * tails. It is not known beforehand which is cheaper. So one looks at everybody's for an eighth of
 * the time that asking each author would take, and goes on where at that rate the page is found
 * sooner than by asking. That is never more than twice what the better way takes, and mostly an
 * eighth more. Safe for many threads.
 */
public final class FeedCosts {

  /** More are never looked at for one page: some milliseconds of one processor. */
  static final int SCAN_MAX = 500_000;

  /** Of what a scan is worth at most, the share that is looked at before it is judged. */
  private static final int PROBE_SHARE = 8;

  private final LongSupplier nanos;
  private final MeasuredCost scan = new MeasuredCost(10);
  private final MeasuredCost tail = new MeasuredCost(100);
  private final MeasuredCost pull = new MeasuredCost(100_000);
  private final MeasuredCost fetch = new MeasuredCost(1_000_000);

  /**
   * With a clock.
   *
   * @param nanos a time in nanoseconds that only goes forward
   */
  public FeedCosts(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A way to entries that a page is made of. */
  public enum Way {
    /** Looking at the newest entries of everybody; the unit is an entry looked at. */
    SCAN,
    /** Asking the tails of the authors that one follows, in memory; the unit is an author. */
    TAIL,
    /** Asking their logs, in a table; the unit is an author. */
    PULL,
    /** Fetching what was pushed to the reader's snapshot; the unit is a snapshot. */
    FETCH
  }

  /** Nanoseconds of a unit, lately; a guess before any was taken. */
  public double nanosOf(Way way) {
    return cost(way).nanos();
  }

  /** How often a way was taken. */
  public long taken(Way way) {
    return cost(way).taken();
  }

  /**
   * Entries that it is worth looking at now before the tails of so many authors are asked instead.
   *
   * @param authors whom the reader follows, and the reader
   * @param scanned entries looked at for this page so far
   * @param found how many of them are the reader's
   * @param wanted of the reader's entries, from here on
   */
  int scanWorth(int authors, long scanned, long found, int wanted) {
    double worth = Math.min(authors * tail.nanos() / scan.nanos(), SCAN_MAX);
    if (scanned == 0) {
      return (int) (worth / PROBE_SHARE);
    }
    double atThisRate = (double) scanned * wanted / found;
    return scanned + atThisRate <= worth ? (int) (worth - scanned) : 0;
  }

  /** A moment, to be given back when a way has been taken to its end. */
  long begin() {
    return nanos.getAsLong();
  }

  /** Notes that a way took so many units since it was begun. */
  void ended(Way way, long begun, int units) {
    cost(way).add(nanos.getAsLong() - begun, units);
  }

  private MeasuredCost cost(Way way) {
    return switch (way) {
      case SCAN -> scan;
      case TAIL -> tail;
      case PULL -> pull;
      case FETCH -> fetch;
    };
  }

  /** Moving averages of time and of units, so that long ways count for more than short ones. */
  private static final class MeasuredCost {

    /** The last hundred or so count. */
    private static final double WEIGHT = 0.01;

    private final LongAdder taken = new LongAdder();
    private double took;
    private double units = 1;

    MeasuredCost(double guess) {
      this.took = guess;
    }

    synchronized double nanos() {
      return took / units;
    }

    long taken() {
      return taken.sum();
    }

    void add(long tookNanos, int tookUnits) {
      taken.increment();
      if (tookUnits > 0) {
        move(tookNanos, tookUnits);
      }
    }

    private synchronized void move(long tookNanos, int tookUnits) {
      took += WEIGHT * (tookNanos - took);
      units += WEIGHT * (tookUnits - units);
    }
  }
}
