package isegoria.gateway.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Removes from a client's request the headers that only the gateway may set, and a trailing slash.
 */
final class CleanRequest {
  private static final List<String> OURS_PREFIXES = List.of("x-isegoria-", "x-forwarded-");
  private static final List<String> OURS =
      List.of(
          "forwarded",
          "x-real-ip",
          "x-request-id",
          "traceparent",
          "tracestate",
          "baggage",
          "expect");

  private static final List<String> AMBIGUOUS =
      List.of("//", ";", "\\", "%2f", "%5c", "%25", "%3b", "%00", "%0a", "%0d");

  /** Letters, digits and {@code - . _ ~}, encoded without need: what RFC 3986 calls unreserved. */
  private static final Pattern ENCODED_UNRESERVED =
      Pattern.compile("%(2[de]|3[0-9]|[46][1-9a-f]|5[0-9af]|7[0-9ae])");

  private CleanRequest() {}

  /**
   * Whether a path means the same to everybody who looks at it: no dot segments, encoded
   * separators, parameters or empty segments, with which a request could be routed as one path and
   * answered as another; and one spelling only, since limits are counted by it.
   */
  static boolean isPlain(String rawPath) {
    String path = rawPath.toLowerCase(Locale.ROOT);
    return path.startsWith("/")
        && AMBIGUOUS.stream().noneMatch(path::contains)
        && !ENCODED_UNRESERVED.matcher(path).find()
        && Arrays.stream(path.split("/"))
            .noneMatch(segment -> segment.equals(".") || segment.equals(".."));
  }

  /** Whether the type of the body can be read; whatever asks for one that cannot, throws. */
  static boolean hasReadableType(HttpHeaders headers) {
    return isReadable(headers::getContentType);
  }

  private static boolean isReadable(Supplier<?> header) {
    try {
      var _ = header.get();
      return true;
    } catch (InvalidMediaTypeException unreadable) {
      return false;
    }
  }

  /** The request under the path that the services know. */
  static ServerHttpRequest withoutTrailingSlash(ServerHttpRequest request) {
    URI uri = request.getURI();
    URI plain = withoutTrailingSlash(uri);
    return plain.equals(uri) ? request : request.mutate().uri(plain).build();
  }

  /** A copy of a client's headers: without those that only we may set, with those that we do. */
  static HttpHeaders headers(HttpHeaders asked, Trace trace, String publicHost) {
    HttpHeaders headers = new HttpHeaders();
    asked.forEach((name, values) -> {
      if (!isOurs(name)) {
        headers.put(name, values);
      }
    });
    if (!hasReadableType(asked)) {
      headers.remove(HttpHeaders.CONTENT_TYPE);
    }
    if (!isReadable(asked::getAccept)) {
      headers.remove(HttpHeaders.ACCEPT);
    }
    headers.set(HttpHeaders.HOST, publicHost);
    headers.set("X-Request-Id", trace.requestId());
    headers.set("traceparent", trace.traceparent());
    return headers;
  }

  private static boolean isOurs(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return OURS.contains(name) || OURS_PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** Some client libraries end every path with a slash, which no service matches. */
  static URI withoutTrailingSlash(URI uri) {
    String path = uri.getRawPath();
    if (path == null
        || !path.endsWith("/")
        || !(path.startsWith("/api/") || path.startsWith("/oauth/"))) {
      return uri;
    }
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    String query = uri.getRawQuery();
    String start = uri.getScheme() == null ? "" : uri.getScheme() + "://" + uri.getRawAuthority();
    return URI.create(start + path.substring(0, end) + (query == null ? "" : "?" + query));
  }
}
