package isegoria.gateway.auth;

import isegoria.gateway.http.InwardRequest;
import isegoria.gateway.http.Problem;
import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.ClientRoute.TokenUse;
import isegoria.gateway.route.RouteTable;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Exchanges the token of a routed request, or rejects the request. */
public final class AuthFilter implements WebFilter, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(AuthFilter.class);

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
  private final StrangersGuard strangers;

  public AuthFilter(PhantomTokens tokens, StrangersGuard strangers) {
    this.tokens = tokens;
    this.strangers = strangers;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 200;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ClientRoute route = RouteTable.of(exchange).orElse(null);
    if (route == null) {
      return chain.filter(exchange);
    }
    String text = TokenExtractor.take(InwardRequest.of(exchange), route);
    if (text == null || route.tokenUse() == TokenUse.DROPPED) {
      return chain.filter(exchange);
    }
    if (text.isEmpty() || text.length() > TOKEN_CHARS_MAX) {
      return refused(Problem.BAD_TOKEN, exchange);
    }
    OpaqueToken token = OpaqueToken.of(text);
    if (!tokens.knows(token) && !strangers.admits(exchange)) {
      strangers.count(exchange);
      return Problem.TOO_MANY.answer(exchange);
    }
    if (route.kind().isStream()) {
      token.attachTo(exchange);
    }
    return tokens
        .verdictOn(token)
        .map(Optional::of)
        .onErrorResume(AuthFilter::unreachable)
        .flatMap(verdict ->
            verdict.isEmpty()
                ? refused(Problem.UNAVAILABLE, exchange)
                : pass(verdict.get(), exchange, chain));
  }

  private Mono<Void> refused(Problem problem, ServerWebExchange exchange) {
    strangers.tell(exchange);
    return problem.answer(exchange);
  }

  private Mono<Void> pass(TokenStatus verdict, ServerWebExchange exchange, WebFilterChain chain) {
    return switch (verdict) {
      case TokenStatus.Active(Caller.Bearer caller, _) -> {
        caller.attachTo(exchange);
        yield chain.filter(exchange);
      }
      case TokenStatus.Inactive(String because) when because != null ->
          refused(new Problem(403, because), exchange);
      case TokenStatus.Inactive _ -> {
        strangers.count(exchange);
        yield Problem.BAD_TOKEN.answer(exchange);
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
}
