package isegoria.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;

/** All routes, in the order in which they are tried: the first that matches wins. */
public final class RouteTable implements RouteLocator {
  /** Key of the {@link ClientRoute} in a gateway route's metadata. */
  private static final String CLIENT_ROUTE = "client-route";

  /** timeline-service first: it owns one path below account-service's wildcard. */
  public static final List<ClientRoute> ROUTES =
      Stream.of(
              TimelineRoutes.ROUTES,
              AccountRoutes.ROUTES,
              PostRoutes.ROUTES,
              ModerationRoutes.ROUTES)
          .flatMap(List::stream)
          .toList();

  private record Entry(ClientRoute route, List<PathPattern> patterns) {
    boolean matches(HttpMethod method, PathContainer path) {
      return (route.methods().isEmpty() || route.methods().contains(method))
          && patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
  }

  private final List<Entry> entries = ROUTES.stream().map(RouteTable::entry).toList();

  /**
   * The route that a request takes, empty if the gateway answers it itself or the path is unknown.
   */
  public Optional<ClientRoute> routeOf(HttpMethod method, PathContainer path) {
    return entries.stream()
        .filter(entry -> entry.matches(method, path))
        .map(Entry::route)
        .findFirst();
  }

  @Override
  public Flux<Route> getRoutes() {
    return Flux.fromStream(IntStream.range(0, entries.size()).mapToObj(this::gatewayRoute));
  }

  /** The client route that Spring Cloud Gateway chose for this exchange. */
  public static Optional<ClientRoute> chosen(ServerWebExchange exchange) {
    Route route = exchange.getAttribute(GATEWAY_ROUTE_ATTR);
    return route == null
        ? Optional.empty()
        : Optional.ofNullable((ClientRoute) route.getMetadata().get(CLIENT_ROUTE));
  }

  private Route gatewayRoute(int order) {
    Entry entry = entries.get(order);
    return Route.async()
        .id(entry.route().id())
        .uri(URI.create("http://" + entry.route().upstream().word()))
        .order(order)
        .metadata(CLIENT_ROUTE, entry.route())
        .predicate(exchange ->
            entry.matches(
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().pathWithinApplication()))
        .build();
  }

  private static Entry entry(ClientRoute route) {
    var parser = PathPatternParser.defaultInstance;
    return new Entry(route, route.paths().stream().map(parser::parse).toList());
  }
}
