package isegoria.gateway.auth;

import isegoria.gateway.http.Problem;
import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.ClientRoute.TokenUse;
import isegoria.gateway.route.RouteTable;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Exchanges the token of a routed request, or rejects the request. */
public final class AuthFilter implements WebFilter, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(AuthFilter.class);
  private static final String BEARER = "bearer ";
  private static final String QUERY_TOKEN = "access_token=";

  /** Longer ones are no tokens of ours. */
  private static final int TOKEN_CHARS_MAX = 512;

  /** What the limits say about one who keeps sending bad tokens. */
  public interface StrangersGuard {
    boolean admits(ServerWebExchange exchange);

    void count(ServerWebExchange exchange);

    /** Says in the headers of an answer, which counts against nothing, what is left. */
    void tell(ServerWebExchange exchange);
  }

  private final PhantomTokens tokens;
  private final RouteTable routes;
  private final StrangersGuard strangers;

  public AuthFilter(PhantomTokens tokens, RouteTable routes, StrangersGuard strangers) {
    this.tokens = tokens;
    this.routes = routes;
    this.strangers = strangers;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    Optional<ClientRoute> route =
        routes.routeOf(request.getMethod(), request.getPath().pathWithinApplication());
    if (route.isEmpty()) {
      return chain.filter(exchange);
    }
    String token = tokenOf(request);
    ServerWebExchange bare = withoutToken(exchange, route.get().tokenUse());
    if (token == null || route.get().tokenUse() == TokenUse.DROPPED) {
      return chain.filter(bare);
    }
    if (token.isEmpty() || token.length() > TOKEN_CHARS_MAX) {
      return refused(Problem.BAD_TOKEN, bare);
    }
    if (!tokens.knows(token) && !strangers.admits(bare)) {
      strangers.count(bare);
      return Problem.TOO_MANY.answer(bare);
    }
    return tokens
        .verdictOn(token)
        .map(Optional::of)
        .onErrorResume(AuthFilter::unreachable)
        .flatMap(verdict ->
            verdict.isEmpty()
                ? refused(Problem.UNAVAILABLE, bare)
                : pass(verdict.get(), bare, chain));
  }

  private Mono<Void> refused(Problem problem, ServerWebExchange bare) {
    strangers.tell(bare);
    return problem.answer(bare);
  }

  private Mono<Void> pass(TokenStatus verdict, ServerWebExchange bare, WebFilterChain chain) {
    return switch (verdict) {
      case TokenStatus.Active(Caller.Bearer caller, _) -> {
        caller.attachTo(bare);
        yield chain.filter(bare);
      }
      case TokenStatus.Inactive(String because) when because != null ->
          refused(new Problem(403, because), bare);
      case TokenStatus.Inactive _ -> {
        strangers.count(bare);
        yield Problem.BAD_TOKEN.answer(bare);
      }
    };
  }

  private static Mono<Optional<TokenStatus>> unreachable(Throwable thrown) {
    LOG.atWarn()
        .addKeyValue("event", "introspection-failed")
        .addKeyValue("cause", thrown.getClass().getSimpleName())
        .log("account-service cannot be asked about a token");
    return Mono.just(Optional.empty());
  }

  private static @Nullable String tokenOf(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return header.substring(BEARER.length()).strip();
    }
    return request.getQueryParams().getFirst("access_token");
  }

  /**
   * No opaque token passes inwards. Basic credentials do where a client authenticates itself: the
   * OAuth endpoints, whose routes look at no token.
   */
  private static ServerWebExchange withoutToken(ServerWebExchange exchange, TokenUse use) {
    ServerHttpRequest request = exchange.getRequest();
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    boolean keepHeader =
        use == TokenUse.DROPPED
            && header != null
            && header.toLowerCase(Locale.ROOT).startsWith("basic ");
    String query = request.getURI().getRawQuery();
    boolean inQuery = query != null && query.contains(QUERY_TOKEN);
    if ((header == null || keepHeader) && !inQuery) {
      return exchange;
    }
    return exchange
        .mutate()
        .request(builder -> {
          if (!keepHeader) {
            builder.headers(headers -> headers.remove(HttpHeaders.AUTHORIZATION));
          }
          if (query != null && inQuery) {
            builder.uri(withQuery(request.getURI(), withoutToken(query)));
          }
        })
        .build();
  }

  private static String withoutToken(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.startsWith(QUERY_TOKEN))
        .collect(Collectors.joining("&"));
  }

  private static URI withQuery(URI uri, String query) {
    String start = uri.toString();
    int mark = start.indexOf('?');
    return URI.create(start.substring(0, mark) + (query.isEmpty() ? "" : "?" + query));
  }
}
