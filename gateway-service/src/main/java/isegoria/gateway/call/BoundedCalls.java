package isegoria.gateway.call;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import isegoria.gateway.degrade.Guards;
import isegoria.gateway.http.Problem;
import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.RouteTable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Holds a place in its upstream's bulkhead from the request's start to the answer's last byte. */
public final class BoundedCalls implements GlobalFilter, Ordered {
  private final Guards guards;

  public BoundedCalls(Guards guards) {
    this.guards = guards;
  }

  /** Outside the filter that writes the answer's body. */
  @Override
  public int getOrder() {
    return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 10;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    ClientRoute route = RouteTable.chosen(exchange).orElseThrow();
    return guards
        .bounded(route.upstream(), chain.filter(exchange))
        .onErrorResume(BulkheadFullException.class, _ -> Problem.UNAVAILABLE.answer(exchange));
  }
}
