package isegoria.gateway.http;

import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.RouteKind;
import isegoria.gateway.route.RouteTable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The outermost filter: what goes in is named and cleaned, what goes out is complete. */
public final class Edge implements WebFilter, Ordered {
  /** Methods whose body is not read, so that its type does not matter. */
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final URI origin;
  private final Set<String> trustedProxies;
  private final RouteTable routes;
  private final Problems problems;
  private final AccessLog accessLog;

  public Edge(
      URI origin,
      Set<String> trustedProxies,
      RouteTable routes,
      Problems problems,
      AccessLog accessLog) {
    this.origin = origin;
    this.trustedProxies = Set.copyOf(trustedProxies);
    this.routes = routes;
    this.problems = problems;
    this.accessLog = accessLog;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange client, WebFilterChain chain) {
    long startedNanos = System.nanoTime();
    Trace trace = Trace.of(client.getRequest().getHeaders().getFirst("traceparent"));
    ClientAddress address =
        ClientAddress.of(
            peerOf(client),
            client.getRequest().getHeaders().getOrEmpty("X-Forwarded-For"),
            trustedProxies);
    ServerHttpRequest asked = CleanRequest.withoutTrailingSlash(client.getRequest());
    HttpHeaders headers = CleanRequest.headers(asked.getHeaders(), trace, origin.getRawAuthority());
    RouteKind kind = routes.match(client, asked).map(ClientRoute::kind).orElse(routes.ownKind());
    var inward = new InwardRequest(asked, headers, InwardRequest.bodyBytesMax(kind, headers));
    ServerWebExchange.Builder mutated = client.mutate().request(inward);
    if (kind.isStream()) {
      mutated.response(new StreamedResponse(client.getResponse()));
    }
    ServerWebExchange exchange = mutated.build();
    address.attachTo(exchange);
    String path = asked.getPath().pathWithinApplication().value();
    boolean secure = "https".equals(origin.getScheme());
    exchange
        .getResponse()
        .beforeCommit(() ->
            Mono.fromRunnable(() ->
                ResponseHeaders.complete(
                    exchange.getResponse().getHeaders(), path, trace, secure)));
    boolean typed = CleanRequest.hasReadableType(asked.getHeaders());
    return Mono.defer(() -> served(exchange, inward, typed, chain))
        .onErrorResume(thrown -> problems.handle(exchange, thrown))
        .doFinally(_ -> accessLog.write(exchange, trace, startedNanos));
  }

  private static @Nullable InetAddress peerOf(ServerWebExchange exchange) {
    InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
    return peer == null ? null : peer.getAddress();
  }

  private Mono<Void> served(
      ServerWebExchange exchange, InwardRequest request, boolean typed, WebFilterChain chain) {
    if (Cors.isPreflight(request) && Cors.covers(request.getPath().value())) {
      Cors.answerPreflight(request.getHeaders(), exchange.getResponse().getHeaders());
      exchange.getResponse().setStatusCode(HttpStatus.OK);
      return exchange.getResponse().setComplete();
    }
    if (!CleanRequest.isPlain(request.getURI().getRawPath())) {
      return Problem.NOT_FOUND.answer(exchange);
    }
    if (!typed && !READS.contains(request.getMethod())) {
      return Problem.UNKNOWN_TYPE.answer(exchange);
    }
    if (request.saysTooLarge()) {
      return Problem.TOO_LARGE.answer(exchange);
    }
    return chain.filter(exchange);
  }
}
