package isegoria.tests.world;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What was found when homes were held against the oracle. Safe for many threads. */
public final class Comparison {
  private final AtomicLong homes = new AtomicLong();
  private final AtomicLong entries = new AtomicLong();
  private final AtomicLong missing = new AtomicLong();
  private final AtomicLong extra = new AtomicLong();
  private final AtomicLong outOfOrder = new AtomicLong();

  /** Adds one home; true when it is as it must be. */
  public boolean add(List<Long> expected, List<Long> found) {
    homes.incrementAndGet();
    entries.addAndGet(expected.size());
    var wanted = new HashSet<>(expected);
    var seen = new HashSet<>(found);
    long missed = expected.stream().filter(id -> !seen.contains(id)).count();
    long unwanted = found.stream().filter(id -> !wanted.contains(id)).count();
    // An id that comes twice is one too many.
    unwanted += found.size() - seen.size();
    long disordered = 0;
    for (int at = 1; at < found.size(); at++) {
      disordered += found.get(at) >= found.get(at - 1) ? 1 : 0;
    }
    missing.addAndGet(missed);
    extra.addAndGet(unwanted);
    outOfOrder.addAndGet(disordered);
    return missed + unwanted + disordered == 0;
  }

  public boolean holds() {
    return missing.get() + extra.get() + outOfOrder.get() == 0;
  }

  public long entries() {
    return entries.get();
  }

  public long missing() {
    return missing.get();
  }

  public long extra() {
    return extra.get();
  }

  /** The line that a closing note quotes. */
  public String line() {
    return "homes %d, entries compared %d, missing %d, extra %d, out of order %d"
        .formatted(homes.get(), entries.get(), missing.get(), extra.get(), outOfOrder.get());
  }
}
