package isegoria.gateway.upstream;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The instances of every upstream. */
public final class Upstreams {
  private final Map<Upstream, Instances> instances = new EnumMap<>(Upstream.class);
  private final Map<Upstream, RetryBudget> budgets = new EnumMap<>(Upstream.class);

  public Upstreams(Map<Upstream, List<URI>> addresses, Duration ejectedFor, Clock clock) {
    for (Upstream upstream : Upstream.values()) {
      instances.put(
          upstream, new Instances(addresses.getOrDefault(upstream, List.of()), ejectedFor, clock));
      budgets.put(upstream, new RetryBudget(System::nanoTime));
    }
  }

  public Instances of(Upstream upstream) {
    Instances found = instances.get(upstream);
    if (found == null) {
      throw new IllegalStateException("upstream: " + upstream + " (expected: configured)");
    }
    return found;
  }

  public RetryBudget retriesOf(Upstream upstream) {
    return Objects.requireNonNull(budgets.get(upstream));
  }
}
