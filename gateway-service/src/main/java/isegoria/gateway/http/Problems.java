package isegoria.gateway.http;

import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns whatever was thrown into a {@link Problem}: never a page, never a stack trace. */
public final class Problems implements ErrorWebExceptionHandler, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Before Spring's own handler of last resort. */
  @Override
  public int getOrder() {
    return -2;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(thrown);
    }
    Problem problem = of(thrown);
    if (problem.status() == 500) {
      LOG.atError().setCause(thrown).addKeyValue("event", "unexpected").log("request failed");
    }
    return problem.answer(exchange);
  }

  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case ResponseStatusException e -> Problem.ofStatus(e.getStatusCode().value());
      case DataBufferLimitException _ -> Problem.TOO_LARGE;
      case TimeoutException _ -> Problem.UNAVAILABLE;
      case ConnectTimeoutException _ -> Problem.UNAVAILABLE;
      case IOException _ -> Problem.UNAVAILABLE;
      default -> Problem.BROKEN;
    };
  }
}
