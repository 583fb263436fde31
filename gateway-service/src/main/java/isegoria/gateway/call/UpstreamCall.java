package isegoria.gateway.call;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.PRESERVE_HOST_HEADER_ATTRIBUTE;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import isegoria.gateway.auth.Caller;
import isegoria.gateway.auth.Revocations;
import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.http.ClientAddress;
import isegoria.gateway.http.InwardRequest;
import isegoria.gateway.http.Problem;
import isegoria.gateway.http.SlowClient;
import isegoria.gateway.position.Positions;
import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.RouteKind;
import isegoria.gateway.route.RouteTable;
import isegoria.gateway.upstream.Instances;
import isegoria.gateway.upstream.Upstream;
import isegoria.gateway.upstream.Upstreams;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
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

  /** What an answer needs to get here: the service's deadline comes so much before ours. */
  private static final Duration ANSWER_MARGIN = Duration.ofMillis(100);

  /** Until when, in milliseconds since 1970, the gateway waits. A client cannot set it. */
  static final String DEADLINE = "X-Isegoria-Deadline";

  /** With a 503: the instance is starting, and has done nothing. */
  static final String NOT_READY = "X-Isegoria-Not-Ready";

  private static final String SERVICE_CONNECTION = UpstreamCall.class.getName() + ".service";

  private final Upstreams upstreams;
  private final ResiliencePolicies guards;
  private final Positions positions;
  private final Revocations revocations;
  private final WebSocketRelay webSockets;
  private final Streams streams;
  private final Telemetry telemetry;
  private final Clock clock;

  public UpstreamCall(
      Upstreams upstreams,
      ResiliencePolicies guards,
      Positions positions,
      Revocations revocations,
      WebSocketRelay webSockets,
      Streams streams,
      Telemetry telemetry,
      Clock clock) {
    this.upstreams = upstreams;
    this.guards = guards;
    this.positions = positions;
    this.revocations = revocations;
    this.webSockets = webSockets;
    this.streams = streams;
    this.telemetry = telemetry;
    this.clock = clock;
  }

  /** After the path is known, before the request is sent. */
  @Override
  public int getOrder() {
    return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 100;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    ClientRoute route = RouteTable.of(exchange).orElseThrow();
    Upstream upstream = route.upstream();
    Caller caller = Caller.of(exchange);
    complete(InwardRequest.of(exchange).getHeaders(), caller);
    exchange.getAttributes().put(PRESERVE_HOST_HEADER_ATTRIBUTE, true);
    upstreams.retriesOf(upstream).called();
    return guards
        .guarded(
            upstream, route.kind().timeLimit(), attempt(exchange, chain, route, new HashSet<>()))
        .then(Mono.defer(() -> finish(exchange, caller)))
        .onErrorResume(thrown -> failed(exchange, upstream, thrown));
  }

  private void complete(HttpHeaders inward, Caller caller) {
    if (caller instanceof Caller.Bearer bearer) {
      inward.setBearerAuth(bearer.jwt());
    }
    String awaited = positions.of(caller);
    if (!awaited.isEmpty()) {
      inward.set(Positions.HEADER, awaited);
    }
  }

  private Mono<Void> attempt(
      ServerWebExchange exchange, GatewayFilterChain chain, ClientRoute route, Set<URI> tried) {
    return Mono.defer(() -> {
      Instances instances = upstreams.of(route.upstream());
      URI instance = instances.choose(affinity(route.upstream(), exchange), tried);
      tried.add(instance);
      InwardRequest request = InwardRequest.of(exchange);
      URI target = aimAt(instance, exchange);
      boolean another = isRead(exchange) && instances.hasOtherThan(tried);
      Duration limit = limitOf(route.kind(), another);
      if (!route.kind().isStream()) {
        long deadline = clock.millis() + limit.minus(ANSWER_MARGIN).toMillis();
        request.getHeaders().set(DEADLINE, Long.toString(deadline));
      }
      return sent(exchange, chain, target)
          .timeout(limit)
          .onErrorMap(
              TimeoutException.class, late -> request.isComplete() ? late : new SlowClient())
          .then(Mono.<Void>defer(() -> judged(exchange, route.upstream(), instance, tried)))
          .onErrorResume(
              UpstreamCall::isTrouble,
              thrown -> {
                if (!(thrown instanceof Unable)
                    && !mayRepeat(exchange, route, instance, tried, thrown)) {
                  return Mono.error(thrown);
                }
                telemetry.repeated(route.upstream());
                discard(exchange);
                return attempt(exchange, chain, route, tried);
              });
    });
  }

  private static Duration limitOf(RouteKind kind, boolean another) {
    int percent = another ? FIRST_TRY_PERCENT : LAST_TRY_PERCENT;
    return kind.timeLimit().multipliedBy(percent).dividedBy(100);
  }

  private Mono<Void> sent(ServerWebExchange exchange, GatewayFilterChain chain, URI target) {
    if (!isWebSocket(exchange)) {
      return chain.filter(exchange);
    }
    return webSockets
        .connect(target, exchange.getRequest().getHeaders(), ClientAddress.of(exchange))
        .doOnNext(service -> exchange.getAttributes().put(SERVICE_CONNECTION, service))
        .then()
        .onErrorResume(
            WebSocketClientHandshakeException.class,
            refused -> {
              answered(exchange, refused);
              return Mono.empty();
            });
  }

  /** A refused handshake is an answer like any other, but for its body. */
  private static void answered(
      ServerWebExchange exchange, WebSocketClientHandshakeException refused) {
    HttpResponse answer = refused.response();
    exchange
        .getResponse()
        .setStatusCode(HttpStatusCode.valueOf(answer == null ? 502 : answer.status().code()));
    if (answer != null && answer.headers().contains(NOT_READY)) {
      exchange.getResponse().getHeaders().set(NOT_READY, "true");
    }
  }

  /**
   * An instance that says 503 to a read may know less than another. One that says that it is not
   * ready is left out for a while; asking another then costs nothing of the budget of retries.
   */
  private Mono<Void> judged(
      ServerWebExchange exchange, Upstream upstream, URI instance, Set<URI> tried) {
    Instances instances = upstreams.of(upstream);
    int status = statusOf(exchange);
    boolean unable = status >= 502 && status <= 504;
    boolean elsewhere = unable && isRead(exchange) && instances.hasOtherThan(tried);
    if (unable && exchange.getResponse().getHeaders().containsHeader(NOT_READY)) {
      instances.eject(instance);
      return elsewhere ? Mono.error(new Unable(status)) : Mono.empty();
    }
    if (elsewhere && takeRetry(upstream)) {
      return Mono.error(new Unable(status));
    }
    instances.answered(instance);
    return Mono.empty();
  }

  private boolean takeRetry(Upstream upstream) {
    boolean taken = upstreams.retriesOf(upstream).takeRetry();
    if (!taken) {
      telemetry.retryRefused(upstream);
    }
    return taken;
  }

  private boolean mayRepeat(
      ServerWebExchange exchange,
      ClientRoute route,
      URI instance,
      Set<URI> tried,
      Throwable thrown) {
    Instances instances = upstreams.of(route.upstream());
    instances.eject(instance);
    return instances.hasOtherThan(tried)
        && (isRead(exchange) || thrown instanceof ConnectException)
        && takeRetry(route.upstream());
  }

  private Mono<Void> finish(ServerWebExchange exchange, Caller caller) {
    WebSocketRelay.ServiceEnd service = exchange.getAttribute(SERVICE_CONNECTION);
    if (service != null) {
      return webSockets.join(exchange, service, streams.endOf(exchange));
    }
    HttpHeaders headers = exchange.getResponse().getHeaders();
    List<String> reached = headers.getOrEmpty(Positions.HEADER);
    if (!reached.isEmpty()) {
      positions.keep(caller, reached);
    }
    String ended = headers.getFirst(Revocations.HEADER);
    if (ended != null) {
      return revocations.carried(ended);
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
    if (exchange.getAttributes().remove(SERVICE_CONNECTION)
        instanceof WebSocketRelay.ServiceEnd service) {
      service.connection().dispose();
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
  private static URI aimAt(URI instance, ServerWebExchange exchange) {
    URI asked = exchange.getRequest().getURI();
    String query = asked.getRawQuery();
    URI target =
        URI.create(
            instance.getScheme()
                + "://"
                + instance.getRawAuthority()
                + asked.getRawPath()
                + (query == null ? "" : "?" + query));
    exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, target);
    return target;
  }

  private static boolean isRead(ServerWebExchange exchange) {
    return READS.contains(exchange.getRequest().getMethod());
  }

  private static boolean isWebSocket(ServerWebExchange exchange) {
    return RouteTable.of(exchange).filter(route -> route.kind().isStream()).isPresent()
        && InwardRequest.of(exchange).asksForWebSocket();
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
