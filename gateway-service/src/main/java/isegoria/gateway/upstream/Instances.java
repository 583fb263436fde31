package isegoria.gateway.upstream;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The instances of one upstream, and which of them is asked next. Health is passive: an instance
 * that cannot be reached is left out for a while, then tried again by the next request. When all
 * are left out, all are candidates: a wrong verdict must not turn a service off.
 */
public final class Instances {
  private final List<URI> all;
  private final Duration ejectedFor;
  private final Clock clock;
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<URI, Long> ejectedUntilMillis = new ConcurrentHashMap<>();

  public Instances(List<URI> all, Duration ejectedFor, Clock clock) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("instances: none (expected: at least one address)");
    }
    this.all = List.copyOf(all);
    this.ejectedFor = ejectedFor;
    this.clock = clock;
  }

  /**
   * The instance to ask. With an affinity (an account), the same one as long as it is healthy, so
   * that its caches are warm; without, each in turn. Those already tried come last.
   */
  public URI choose(@Nullable String affinity, Set<URI> tried) {
    List<URI> candidates =
        all.stream().filter(this::healthy).filter(u -> !tried.contains(u)).toList();
    if (candidates.isEmpty()) {
      candidates = all.stream().filter(u -> !tried.contains(u)).toList();
    }
    if (candidates.isEmpty()) {
      candidates = all;
    }
    return affinity == null ? inTurn(candidates) : byWeight(candidates, affinity);
  }

  /** Whether some instance has not been tried yet. */
  public boolean hasOtherThan(Set<URI> tried) {
    return !tried.containsAll(all);
  }

  public void eject(URI instance) {
    ejectedUntilMillis.put(instance, clock.millis() + ejectedFor.toMillis());
  }

  public void answered(URI instance) {
    ejectedUntilMillis.remove(instance);
  }

  public List<URI> all() {
    return all;
  }

  boolean healthy(URI instance) {
    Long until = ejectedUntilMillis.get(instance);
    return until == null || until <= clock.millis();
  }

  private URI inTurn(List<URI> candidates) {
    return candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size()));
  }

  /** Rendezvous hashing: losing one instance moves only the accounts that were on it. */
  private static URI byWeight(List<URI> candidates, String affinity) {
    return candidates.stream()
        .max(Comparator.comparingLong(instance -> weight(instance, affinity)))
        .orElseThrow();
  }

  private static long weight(URI instance, String affinity) {
    long h = 0xcbf29ce484222325L;
    String key = instance + "|" + affinity;
    for (int i = 0; i < key.length(); i++) {
      h = (h ^ key.charAt(i)) * 0x100000001b3L;
    }
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
