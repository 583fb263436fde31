package isegoria.gateway.http;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Browser clients on any other origin may use the API with a token, never with a cookie. The log-in
 * and consent pages are not part of that.
 */
final class Cors {
  private static final List<String> OPEN_PREFIXES = List.of("/api/", "/.well-known/", "/nodeinfo/");
  private static final List<String> OPEN =
      List.of("/oauth/token", "/oauth/revoke", "/oauth/userinfo");
  private static final String EXPOSED =
      "Link, Mastodon-Async-Refresh, X-RateLimit-Reset, X-RateLimit-Limit,"
          + " X-RateLimit-Remaining, X-Request-Id";
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

  /** How long a browser may remember a preflight's answer: two hours is the most that any does. */
  private static final String MAX_AGE_SECONDS = "7200";

  private Cors() {}

  static boolean covers(String path) {
    return OPEN.contains(path) || OPEN_PREFIXES.stream().anyMatch(path::startsWith);
  }

  static boolean isPreflight(ServerHttpRequest request) {
    return HttpMethod.OPTIONS.equals(request.getMethod())
        && request.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  static void answer(HttpHeaders response) {
    response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
  }

  /** Names the asked headers: a browser does not take {@code *} for Authorization. */
  static void answerPreflight(HttpHeaders request, HttpHeaders response) {
    answer(response);
    response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    String asked = request.getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
    response.set(
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
        asked == null ? "Authorization, Content-Type, Idempotency-Key" : asked);
    response.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
  }
}
