package isegoria.gateway.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/** One line per request. No query, header, body or address: those hold tokens and words. */
public final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  /** Longer paths are no client's. */
  private static final int PATH_CHARS_MAX = 120;

  void write(ServerWebExchange exchange, String path, Trace trace, long startedNanos) {
    HttpStatusCode status = exchange.getResponse().getStatusCode();
    LOG.atInfo()
        .addKeyValue("event", "request")
        .addKeyValue("method", exchange.getRequest().getMethod().name())
        .addKeyValue(
            "path", path.length() > PATH_CHARS_MAX ? path.substring(0, PATH_CHARS_MAX) : path)
        .addKeyValue("status", status == null ? 0 : status.value())
        .addKeyValue("duration_ms", (System.nanoTime() - startedNanos) / 1_000_000)
        .addKeyValue("request_id", trace.requestId())
        .addKeyValue("trace_id", trace.traceId())
        .log("request");
  }
}
