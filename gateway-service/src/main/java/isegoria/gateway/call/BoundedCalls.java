package isegoria.gateway.call;

import isegoria.gateway.degrade.Bulkhead;
import isegoria.gateway.degrade.ResiliencePolicies;
import isegoria.gateway.http.Problem;
import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.RouteTable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Holds a place in its upstream's bulkhead from the request's start to the answer's last byte. */
public final class BoundedCalls implements GlobalFilter, Ordered {
  private final ResiliencePolicies guards;
  private final Telemetry telemetry;

  public BoundedCalls(ResiliencePolicies guards, Telemetry telemetry) {
    this.guards = guards;
    this.telemetry = telemetry;
  }

  /** Outside the filter that writes the answer's body. */
  @Override
  public int getOrder() {
    return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 10;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    ClientRoute route = RouteTable.chosen(exchange).orElseThrow();
    long startedNanos = System.nanoTime();
    return guards
        .bounded(route.upstream(), chain.filter(exchange))
        .onErrorResume(
            Bulkhead.Full.class,
            _ -> {
              telemetry.crowded(route.upstream());
              return Problem.UNAVAILABLE.answer(exchange);
            })
        .doFinally(_ -> telemetry.answered(route.id(), statusOf(exchange), startedNanos));
  }

  private static int statusOf(ServerWebExchange exchange) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    return status == null ? 0 : status.value();
  }
}
