package isegoria.gateway.degrade;

import isegoria.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import reactor.core.publisher.Mono;

/**
 * Places for the calls of one upstream, as many as its {@link ConcurrencyLimit} says. It never
 * makes anybody wait: without a place a call ends in {@link Full} at once.
 */
public final class Bulkhead {
  /** How long the answers are gathered that the limit is judged by. */
  static final Duration WINDOW = Duration.ofSeconds(1);

  private final Upstream upstream;
  private final long slowNanos;
  private final LongSupplier nanoTime;
  private final AtomicInteger underWay = new AtomicInteger();

  private volatile ConcurrencyLimit limit;
  private long windowEnds;
  private int answered;
  private int slow;

  /**
   * A bulkhead that is empty.
   *
   * @param max calls under way at once, at the most
   * @param slow what a call may take before it counts against the limit
   */
  Bulkhead(Upstream upstream, int max, Duration slow, LongSupplier nanoTime) {
    this.upstream = upstream;
    this.limit = ConcurrencyLimit.upTo(max);
    this.slowNanos = slow.toNanos();
    this.nanoTime = nanoTime;
    this.windowEnds = nanoTime.getAsLong() + WINDOW.toNanos();
  }

  /** The call, in a place that it holds until it ends, however it ends. */
  public Mono<Void> holding(Mono<Void> call) {
    return Mono.defer(() -> {
      if (underWay.incrementAndGet() > limit.calls()) {
        underWay.decrementAndGet();
        return Mono.error(new Full(upstream));
      }
      long started = nanoTime.getAsLong();
      return call.doFinally(_ -> {
        underWay.decrementAndGet();
        ended(started);
      });
    });
  }

  private synchronized void ended(long started) {
    long now = nanoTime.getAsLong();
    if (now - windowEnds >= 0) {
      if (answered > 0) {
        limit = limit.after(answered, slow);
      }
      answered = 0;
      slow = 0;
      windowEnds = now + WINDOW.toNanos();
    }
    answered++;
    slow += now - started > slowNanos ? 1 : 0;
  }

  int limit() {
    return limit.calls();
  }

  int underWay() {
    return underWay.get();
  }

  /** No place is free. */
  public static final class Full extends RuntimeException {
    Full(Upstream upstream) {
      super(upstream.word() + ": full (expected: a free place)", null, false, false);
    }
  }
}
