package isegoria.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long requests took, from the moment when they were due. */
public final class Latencies {

  /** Longer ones count as so long, and so do requests that failed. */
  private static final long NANOS_MAX = TimeUnit.MINUTES.toNanos(2);

  private static final int DIGITS = 3;

  private final Histogram nanos = new ConcurrentHistogram(NANOS_MAX, DIGITS);

  public void add(long tookNanos) {
    nanos.recordValue(Math.clamp(tookNanos, 0, NANOS_MAX));
  }

  /** Failing is as bad as never answering, however fast it was. */
  public void addFailed() {
    nanos.recordValue(NANOS_MAX);
  }

  /** Adds what others measured. */
  public Latencies and(Latencies others) {
    var both = new Latencies();
    both.nanos.add(nanos);
    both.nanos.add(others.nanos);
    return both;
  }

  public long count() {
    return nanos.getTotalCount();
  }

  /** The time within which so many of a hundred were answered; 0 when there were none. */
  public double millis(double percentile) {
    return count() == 0 ? 0 : nanos.getValueAtPercentile(percentile) / 1e6;
  }
}
