package isegoria.gateway.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The outermost filter: what goes in is named and cleaned, what goes out is complete. */
public final class Edge implements WebFilter, Ordered {
  private final URI origin;
  private final Set<String> trustedProxies;
  private final BodyLimit bodyLimit;
  private final Problems problems;
  private final AccessLog accessLog;

  public Edge(
      URI origin,
      Set<String> trustedProxies,
      BodyLimit bodyLimit,
      Problems problems,
      AccessLog accessLog) {
    this.origin = origin;
    this.trustedProxies = Set.copyOf(trustedProxies);
    this.bodyLimit = bodyLimit;
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
    ServerHttpRequest cleaned =
        CleanRequest.of(client.getRequest(), trace, origin.getRawAuthority());
    ServerWebExchange exchange = client.mutate().request(bodyLimit.limited(cleaned)).build();
    address.attachTo(exchange);
    String path = cleaned.getPath().pathWithinApplication().value();
    boolean secure = "https".equals(origin.getScheme());
    exchange
        .getResponse()
        .beforeCommit(() ->
            Mono.fromRunnable(() ->
                ResponseHeaders.complete(
                    exchange.getResponse().getHeaders(), path, trace, secure)));
    return Mono.defer(() -> served(exchange, path, chain))
        .onErrorResume(thrown -> problems.handle(exchange, thrown))
        .doFinally(_ -> accessLog.write(exchange, trace, startedNanos));
  }

  private static @Nullable InetAddress peerOf(ServerWebExchange exchange) {
    InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
    return peer == null ? null : peer.getAddress();
  }

  private Mono<Void> served(ServerWebExchange exchange, String path, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (Cors.isPreflight(request) && Cors.covers(path)) {
      Cors.answerPreflight(request.getHeaders(), exchange.getResponse().getHeaders());
      exchange.getResponse().setStatusCode(HttpStatus.OK);
      return exchange.getResponse().setComplete();
    }
    if (!CleanRequest.isPlain(request.getURI().getRawPath())) {
      return Problem.NOT_FOUND.answer(exchange);
    }
    if (bodyLimit.refuses(request)) {
      return Problem.TOO_LARGE.answer(exchange);
    }
    return chain.filter(exchange);
  }
}
