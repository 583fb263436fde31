package isegoria.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;

/** All routes, in the order in which they are tried: the first that matches wins. */
public final class RouteTable implements RouteLocator {
  private static final String ATTRIBUTE = ClientRoute.class.getName();

  /** Spring Cloud Gateway ends an answer that pauses for longer than its time-out; not a stream. */
  private static final Map<String, Object> WITHOUT_TIMEOUT =
      Map.of(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1);

  private record Entry(ClientRoute route, List<PathPattern> patterns) {
    boolean matches(HttpMethod method, PathContainer path) {
      return (route.methods().isEmpty() || route.methods().contains(method))
          && patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
  }

  private final List<Entry> entries;
  private final RouteKind own;

  /** timeline-service first: it owns one path below account-service's wildcard. */
  public RouteTable(RouteKind.All kinds) {
    own = kinds.call();
    entries =
        Stream.of(
                TimelineRoutes.of(kinds),
                AccountRoutes.of(kinds),
                PostRoutes.of(kinds),
                ModerationRoutes.of(kinds))
            .flatMap(List::stream)
            .map(RouteTable::entry)
            .toList();
  }

  List<ClientRoute> routes() {
    return entries.stream().map(Entry::route).toList();
  }

  /**
   * The route that a request takes, empty if the gateway answers it itself or the path is unknown.
   */
  public Optional<ClientRoute> routeOf(HttpMethod method, PathContainer path) {
    return entries.stream()
        .filter(entry -> entry.matches(method, path))
        .map(Entry::route)
        .findFirst();
  }

  /** The kind of what the gateway answers itself. */
  public RouteKind ownKind() {
    return own;
  }

  /** Finds the route of an exchange, once; everything later asks {@link #of}. */
  public Optional<ClientRoute> match(ServerWebExchange exchange, ServerHttpRequest request) {
    Optional<ClientRoute> route =
        routeOf(request.getMethod(), request.getPath().pathWithinApplication());
    route.ifPresent(found -> exchange.getAttributes().put(ATTRIBUTE, found));
    return route;
  }

  /** The route that {@link #match} found. */
  public static Optional<ClientRoute> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  @Override
  public Flux<Route> getRoutes() {
    return Flux.fromStream(
        IntStream.range(0, entries.size()).mapToObj(i -> gatewayRoute(entries.get(i).route(), i)));
  }

  private static Route gatewayRoute(ClientRoute route, int order) {
    return Route.async()
        .id(route.id())
        .uri(URI.create("http://" + route.upstream().word()))
        .order(order)
        .metadata(route.kind().isStream() ? WITHOUT_TIMEOUT : Map.of())
        .predicate(exchange -> route.equals(exchange.getAttribute(ATTRIBUTE)))
        .build();
  }

  private static Entry entry(ClientRoute route) {
    var parser = PathPatternParser.defaultInstance;
    return new Entry(route, route.paths().stream().map(parser::parse).toList());
  }
}
