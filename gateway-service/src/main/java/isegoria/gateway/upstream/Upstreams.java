package isegoria.gateway.upstream;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The instances of every upstream. */
public final class Upstreams {
  private final Map<Upstream, Instances> instances = new EnumMap<>(Upstream.class);

  public Upstreams(Map<Upstream, List<URI>> addresses, Duration ejectedFor, Clock clock) {
    for (Upstream upstream : Upstream.values()) {
      instances.put(
          upstream, new Instances(addresses.getOrDefault(upstream, List.of()), ejectedFor, clock));
    }
  }

  public Instances of(Upstream upstream) {
    Instances found = instances.get(upstream);
    if (found == null) {
      throw new IllegalStateException("upstream: " + upstream + " (expected: configured)");
    }
    return found;
  }
}
