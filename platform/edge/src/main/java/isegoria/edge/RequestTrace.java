package isegoria.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives every request its trace, and one line in the log: method, route, status and time. A route
 * is the pattern, never the path or the query, because those hold what people type.
 */
final class RequestTrace extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger("isegoria.requests");

  private static final String ATTRIBUTE = Trace.class.getName();

  /** From here on a read is worth a line. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  static Trace of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Trace trace
        ? trace
        : Trace.of(request.getHeader(Trace.HEADER));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Trace trace = Trace.of(request.getHeader(Trace.HEADER));
    request.setAttribute(ATTRIBUTE, trace);
    MDC.put(Trace.LOG_KEY, trace.traceId());
    long startedNanos = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      report(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - startedNanos));
      MDC.remove(Trace.LOG_KEY);
    }
  }

  private static void report(HttpServletRequest request, int status, Duration took) {
    boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    boolean dull = read && status < 500 && took.compareTo(SLOW) < 0;
    LOG.atLevel(dull ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.INFO)
        .addKeyValue("http.request.method", request.getMethod())
        .addKeyValue("http.route", route(request))
        .addKeyValue("http.response.status_code", status)
        .addKeyValue("event.duration_ms", took.toMillis())
        .log("answered");
  }

  /** The pattern that matched, or a dash: an unknown path is not logged. */
  static String route(HttpServletRequest request) {
    @Nullable Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "-" : pattern.toString();
  }
}
