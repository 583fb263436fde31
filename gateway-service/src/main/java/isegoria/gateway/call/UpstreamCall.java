package isegoria.gateway.call;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.PRESERVE_HOST_HEADER_ATTRIBUTE;

import isegoria.gateway.auth.Caller;
import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.http.Problem;
import isegoria.gateway.http.SlowClient;
import isegoria.gateway.position.Positions;
import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.RouteTable;
import isegoria.gateway.upstream.Instances;
import isegoria.gateway.upstream.Upstream;
import isegoria.gateway.upstream.Upstreams;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Sends a request to an instance of its upstream. A read that fails is asked of another instance; a
 * write only if it was never sent. Whatever else goes wrong is answered in the upstream's place.
 */
public final class UpstreamCall implements GlobalFilter, Ordered {
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /** A read leaves time for another instance; everything else ends just before the whole call. */
  private static final int FIRST_TRY_PERCENT = 40;

  private static final int LAST_TRY_PERCENT = 98;

  private final Upstreams upstreams;
  private final ResiliencePolicies guards;
  private final Positions positions;
  private final Telemetry telemetry;
  private final Duration firstTry;
  private final Duration lastTry;

  public UpstreamCall(
      Upstreams upstreams,
      ResiliencePolicies guards,
      Positions positions,
      Telemetry telemetry,
      Duration timeLimit) {
    this.upstreams = upstreams;
    this.guards = guards;
    this.positions = positions;
    this.telemetry = telemetry;
    this.firstTry = timeLimit.multipliedBy(FIRST_TRY_PERCENT).dividedBy(100);
    this.lastTry = timeLimit.multipliedBy(LAST_TRY_PERCENT).dividedBy(100);
  }

  /** After the path is known, before the request is sent. */
  @Override
  public int getOrder() {
    return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange client, GatewayFilterChain chain) {
    ClientRoute route = RouteTable.chosen(client).orElseThrow();
    Upstream upstream = route.upstream();
    Caller caller = Caller.of(client);
    ServerWebExchange exchange = client.mutate().request(inward(client, caller)).build();
    exchange.getAttributes().put(PRESERVE_HOST_HEADER_ATTRIBUTE, true);
    return guards
        .guarded(upstream, attempt(exchange, chain, upstream, new HashSet<>()))
        .then(Mono.defer(() -> finish(exchange, caller)))
        .onErrorResume(thrown -> failed(exchange, upstream, thrown));
  }

  private ServerHttpRequest inward(ServerWebExchange exchange, Caller caller) {
    String awaited = positions.of(caller);
    ServerHttpRequest request =
        exchange
            .getRequest()
            .mutate()
            .headers(headers -> {
              if (caller instanceof Caller.Bearer bearer) {
                headers.setBearerAuth(bearer.jwt());
              }
              if (!awaited.isEmpty()) {
                headers.set(Positions.HEADER, awaited);
              }
            })
            .build();
    return IncomingRequest.watched(request, exchange);
  }

  private Mono<Void> attempt(
      ServerWebExchange exchange, GatewayFilterChain chain, Upstream upstream, Set<URI> tried) {
    return Mono.defer(() -> {
      Instances instances = upstreams.of(upstream);
      URI instance = instances.choose(affinity(upstream, exchange), tried);
      tried.add(instance);
      aimAt(instance, exchange);
      boolean another = isRead(exchange) && instances.hasOtherThan(tried);
      return chain
          .filter(exchange)
          .timeout(another ? firstTry : lastTry)
          .onErrorMap(
              TimeoutException.class,
              late -> IncomingRequest.isComplete(exchange) ? late : new SlowClient())
          .then(Mono.<Void>defer(() -> judged(exchange, instances, instance, tried)))
          .onErrorResume(
              UpstreamCall::isTrouble,
              thrown -> {
                if (!(thrown instanceof Unable)) {
                  instances.eject(instance);
                }
                if (!instances.hasOtherThan(tried) || !mayRepeat(exchange, thrown)) {
                  return Mono.error(thrown);
                }
                telemetry.repeated(upstream);
                discard(exchange);
                return attempt(exchange, chain, upstream, tried);
              });
    });
  }

  /** An instance that says 503 to a read may be starting: another one may know better. */
  private static Mono<Void> judged(
      ServerWebExchange exchange, Instances instances, URI instance, Set<URI> tried) {
    int status = statusOf(exchange);
    boolean unable = status >= 502 && status <= 504;
    if (unable && isRead(exchange) && instances.hasOtherThan(tried)) {
      return Mono.error(new Unable(status));
    }
    instances.answered(instance);
    return Mono.empty();
  }

  private Mono<Void> finish(ServerWebExchange exchange, Caller caller) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    List<String> reached = headers.getOrEmpty(Positions.HEADER);
    if (!reached.isEmpty()) {
      positions.keep(caller, reached);
    }
    int status = statusOf(exchange);
    if (!needsProblem(exchange, status, headers.getContentType())) {
      return Mono.empty();
    }
    discard(exchange);
    return Problem.ofStatus(status).answer(exchange);
  }

  private static int statusOf(ServerWebExchange exchange) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    return status == null ? 0 : status.value();
  }

  /** Errors of the API are JSON, and no 502 or 504 of ours or anybody's reaches a client. */
  private static boolean needsProblem(
      ServerWebExchange exchange, int status, @Nullable MediaType type) {
    boolean json = type != null && type.isCompatibleWith(MediaType.APPLICATION_JSON);
    boolean page = type != null && type.isCompatibleWith(MediaType.TEXT_HTML);
    boolean api = exchange.getRequest().getPath().value().startsWith("/api/");
    return status == 502 || status == 504 || (status >= 400 && !json && (api || !page));
  }

  private Mono<Void> failed(ServerWebExchange exchange, Upstream upstream, Throwable thrown) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(thrown);
    }
    discard(exchange);
    if (thrown instanceof DataBufferLimitException) {
      return Problem.TOO_LARGE.answer(exchange);
    }
    if (thrown instanceof SlowClient) {
      return Problem.TOO_SLOW.answer(exchange);
    }
    telemetry.unanswered(upstream, thrown);
    return guards.answerInstead(upstream, exchange);
  }

  /** Forgets an answer that is not going to be used. */
  private static void discard(ServerWebExchange exchange) {
    Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
    if (connection != null) {
      connection.dispose();
    }
    ServerWebExchangeUtils.reset(exchange);
    exchange.getAttributes().remove(CLIENT_RESPONSE_CONN_ATTR);
    exchange.getAttributes().remove(CLIENT_RESPONSE_ATTR);
    exchange.getResponse().setStatusCode(null);
  }

  private static @Nullable String affinity(Upstream upstream, ServerWebExchange exchange) {
    return upstream == Upstream.TIMELINE ? Caller.of(exchange).account().orElse(null) : null;
  }

  /**
   * From the request's own text, not from a URI that was taken apart and encoded again: queries
   * such as {@code id[]=1} must arrive as they came.
   */
  private static void aimAt(URI instance, ServerWebExchange exchange) {
    URI asked = exchange.getRequest().getURI();
    String query = asked.getRawQuery();
    exchange
        .getAttributes()
        .put(
            GATEWAY_REQUEST_URL_ATTR,
            URI.create(
                instance.getScheme()
                    + "://"
                    + instance.getRawAuthority()
                    + asked.getRawPath()
                    + (query == null ? "" : "?" + query)));
  }

  private static boolean isRead(ServerWebExchange exchange) {
    return READS.contains(exchange.getRequest().getMethod());
  }

  private static boolean mayRepeat(ServerWebExchange exchange, Throwable thrown) {
    return isRead(exchange) || thrown instanceof ConnectException;
  }

  private static boolean isTrouble(Throwable thrown) {
    return thrown instanceof Unable
        || thrown instanceof TimeoutException
        || (thrown instanceof IOException && !(thrown instanceof DataBufferLimitException));
  }

  /** An instance answered that it cannot answer. */
  private static final class Unable extends RuntimeException {
    Unable(int status) {
      super("instance: status " + status + " (expected: an answer)", null, false, false);
    }
  }
}
