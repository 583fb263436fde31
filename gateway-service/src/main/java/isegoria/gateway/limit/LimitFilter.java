package isegoria.gateway.limit;

import isegoria.gateway.auth.AuthFilter;
import isegoria.gateway.auth.Caller;
import isegoria.gateway.http.ClientAddress;
import isegoria.gateway.http.Problem;
import isegoria.gateway.limit.Buckets.BucketStatus;
import isegoria.gateway.limit.DefaultLimits.Asked;
import isegoria.gateway.limit.DefaultLimits.Charge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts every API request and rejects those over a limit. The headers speak of the limit nearest
 * to exhaustion. Switched off, it counts every request and rejects none, and the headers never say
 * that nothing is left, because some clients then sleep until the reset.
 */
public final class LimitFilter implements WebFilter, Ordered, AuthFilter.StrangersGuard {
  private static final DateTimeFormatter RESET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final boolean enabled;
  private final Set<String> exemptAddresses;
  private final Buckets buckets;
  private final Clock clock;

  public LimitFilter(boolean enabled, Set<String> exemptAddresses, int bucketsMax, Clock clock) {
    this.enabled = enabled;
    this.exemptAddresses = Set.copyOf(exemptAddresses);
    this.buckets = new Buckets(bucketsMax);
    this.clock = clock;
  }

  /** After the token is known, since most limits count per token. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 300;
  }

  /** The names of the limits that a path's requests count against. */
  public static List<String> limitsAt(String path) {
    return DefaultLimits.covers(path)
        ? DefaultLimits.reachableAt(path).stream()
            .map(limit -> limit.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList()
        : List.of();
  }

  public long subjects() {
    return buckets.size();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().pathWithinApplication().value();
    if (!DefaultLimits.covers(path)) {
      return chain.filter(exchange);
    }
    List<BucketStatus> statuses = buckets.charge(DefaultLimits.of(asked(exchange, path)));
    tell(exchange, statuses);
    boolean refused = enabled && statuses.stream().anyMatch(status -> !status.admitted());
    return refused ? Problem.TOO_MANY.answer(exchange) : chain.filter(exchange);
  }

  @Override
  public boolean admits(ServerWebExchange exchange) {
    ClientAddress address = ClientAddress.of(exchange);
    return !enabled
        || exemptAddresses.contains(address.text())
        || buckets.hasLeft(new Charge(Limit.BAD_TOKEN, address.network()));
  }

  @Override
  public void tell(ServerWebExchange exchange) {
    tell(exchange, List.of());
  }

  @Override
  public void count(ServerWebExchange exchange) {
    ClientAddress address = ClientAddress.of(exchange);
    if (!exemptAddresses.contains(address.text())) {
      tell(exchange, buckets.charge(List.of(new Charge(Limit.BAD_TOKEN, address.network()))));
    } else {
      tell(exchange, List.of());
    }
  }

  private Asked asked(ServerWebExchange exchange, String path) {
    ServerHttpRequest request = exchange.getRequest();
    ClientAddress address = ClientAddress.of(exchange);
    return new Asked(
        request.getMethod(),
        path,
        request.getQueryParams().keySet(),
        Caller.of(exchange),
        address.network(),
        !exemptAddresses.contains(address.text()));
  }

  private void tell(ServerWebExchange exchange, List<BucketStatus> statuses) {
    BucketStatus nearest =
        statuses.stream()
            .filter(status -> enabled || status.limit() == Limit.USER)
            .min(
                Comparator.comparing(BucketStatus::admitted)
                    .thenComparingLong(BucketStatus::remaining))
            .orElseGet(LimitFilter::untouched);
    long remaining = enabled ? nearest.remaining() : Math.max(1, nearest.remaining());
    Instant reset = clock.instant().plus(nearest.resetsIn());
    HttpHeaders headers = exchange.getResponse().getHeaders();
    exchange
        .getResponse()
        .beforeCommit(() ->
            Mono.fromRunnable(() -> {
              headers.set("X-RateLimit-Limit", Integer.toString(nearest.limit().requestsMax()));
              headers.set("X-RateLimit-Remaining", Long.toString(remaining));
              headers.set("X-RateLimit-Reset", RESET.format(reset));
            }));
  }

  /** For a request that counts against nothing. */
  private static BucketStatus untouched() {
    return new BucketStatus(Limit.USER, true, Limit.USER.requestsMax(), Duration.ofMinutes(5));
  }
}
