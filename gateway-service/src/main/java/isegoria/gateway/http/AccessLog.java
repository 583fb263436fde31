package isegoria.gateway.http;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.ServerWebExchange;

/**
 * One log line per request, without path, query, header, body or address: those hold tokens and
 * words.
 */
public final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  void write(ServerWebExchange exchange, Trace trace, long startedNanos) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    LOG.atInfo()
        .addKeyValue("http.request.method", exchange.getRequest().getMethod().name())
        .addKeyValue("http.route", route(exchange))
        .addKeyValue("http.response.status_code", status == null ? 0 : status.value())
        .addKeyValue("event.duration_ms", (System.nanoTime() - startedNanos) / 1_000_000)
        .addKeyValue("http.request.id", trace.requestId())
        .addKeyValue("trace.id", trace.traceId())
        .log("answered");
  }

  /** The route's name or pattern, or a dash: an unknown path is not logged. */
  private static String route(ServerWebExchange exchange) {
    Route route = exchange.getAttribute(GATEWAY_ROUTE_ATTR);
    if (route != null) {
      return route.getId();
    }
    Object pattern = exchange.getAttribute(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "-" : pattern.toString();
  }
}
