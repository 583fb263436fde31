package isegoria.gateway.http;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The headers that every response carries, and those that none may have. */
final class ResponseHeaders {
  private static final List<String> LEAKS = List.of("server", "x-powered-by", "traceparent");

  /**
   * For pages. No form-action: it would also block the redirect to an app that follows a form, and
   * those go anywhere.
   */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " base-uri 'none'; frame-ancestors 'none'";

  private static final String HSTS = "max-age=63072000; includeSubDomains";

  private ResponseHeaders() {}

  static void complete(HttpHeaders headers, String path, Trace trace, boolean secure) {
    headers.headerNames().stream().filter(ResponseHeaders::leaks).toList().forEach(headers::remove);
    if (Cors.covers(path)) {
      Cors.answer(headers);
    }
    headers.set("X-Request-Id", trace.requestId());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("X-Frame-Options", "DENY");
    MediaType type = headers.getContentType();
    if (type != null
        && MediaType.TEXT_HTML.isCompatibleWith(type)
        && !headers.containsHeader("Content-Security-Policy")) {
      headers.set("Content-Security-Policy", PAGE_POLICY);
    }
    if (secure) {
      headers.set("Strict-Transport-Security", HSTS);
    }
  }

  /** A service's own CORS headers go as well: there is one answer to that question. */
  private static boolean leaks(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.startsWith("x-isegoria-")
        || LEAKS.contains(name)
        || (name.startsWith("access-control-")
            && !name.equals("access-control-max-age")
            && !name.equals("access-control-allow-methods")
            && !name.equals("access-control-allow-headers"));
  }
}
