package isegoria.gateway.degrade;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/**
 * Places for open streams: so many in all, and so many for one account. Apart from the places of
 * calls, so that streams, which stay, never keep a call out. Nothing waits for a place.
 */
public final class StreamPlaces {
  /** Why a stream has no place. */
  public enum Lack {
    /** All are taken: another gateway, or a later moment, may have one. */
    IN_ALL,
    /** The account has as many as it may have. */
    OF_ACCOUNT
  }

  /** No place is free. */
  public static final class Full extends RuntimeException {
    private final Lack lack;

    Full(Lack lack) {
      super("streams: full " + lack + " (expected: a free place)", null, false, false);
      this.lack = lack;
    }

    public Lack lack() {
      return lack;
    }
  }

  private final int max;
  private final int perAccountMax;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Integer> byAccount = new ConcurrentHashMap<>();

  public StreamPlaces(int max, int perAccountMax) {
    this.max = max;
    this.perAccountMax = perAccountMax;
  }

  /**
   * The stream, in a place that it holds until it ends, however it ends.
   *
   * @param account whose stream it is, or the address that it comes from
   */
  public Mono<Void> holding(String account, Mono<Void> stream) {
    return Mono.defer(() -> {
      if (open.incrementAndGet() > max) {
        open.decrementAndGet();
        return Mono.error(new Full(Lack.IN_ALL));
      }
      if (byAccount.merge(account, 1, Integer::sum) > perAccountMax) {
        left(account);
        return Mono.error(new Full(Lack.OF_ACCOUNT));
      }
      return stream.doFinally(_ -> left(account));
    });
  }

  public int open() {
    return open.get();
  }

  private void left(String account) {
    open.decrementAndGet();
    byAccount.computeIfPresent(account, (_, held) -> held == 1 ? null : held - 1);
  }
}
