package isegoria.gateway.auth;

import isegoria.gateway.http.InwardRequest;
import isegoria.gateway.route.ClientRoute;
import isegoria.gateway.route.ClientRoute.TokenUse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where clients put their tokens: the header, the query, and, since browsers cannot set a header on
 * a WebSocket, its sub-protocol. No opaque token passes inwards.
 */
final class TokenExtractor {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";
  private static final String PARAMETER = "access_token";

  private TokenExtractor() {}

  /** Takes the token out of a request, null if there is none; empty where it stands but is not. */
  static @Nullable String take(InwardRequest request, ClientRoute route) {
    HttpHeaders headers = request.getHeaders();
    String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
    // Basic credentials stay where a client authenticates itself: the routes without a token.
    if (header != null && !(route.tokenUse() == TokenUse.DROPPED && starts(header, BASIC))) {
      headers.remove(HttpHeaders.AUTHORIZATION);
    }
    String inQuery = takeFromQuery(request);
    String inProtocol = takeFromProtocol(request, route);
    if (header != null && starts(header, BEARER)) {
      return header.substring(BEARER.length()).strip();
    }
    return inQuery == null ? inProtocol : inQuery;
  }

  private static boolean starts(String header, String scheme) {
    return header.toLowerCase(Locale.ROOT).startsWith(scheme);
  }

  private static @Nullable String takeFromQuery(InwardRequest request) {
    String query = request.getURI().getRawQuery();
    String token = request.getQueryParams().getFirst(PARAMETER);
    if (query != null && request.getQueryParams().containsKey(PARAMETER)) {
      request.setQuery(
          Arrays.stream(query.split("&"))
              .filter(pair -> !isToken(pair))
              .collect(Collectors.joining("&")));
    }
    return token;
  }

  /** However the name is spelled: services decode it as well. */
  private static boolean isToken(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8).equals(PARAMETER);
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The first that is offered; the handshake echoes it, or browsers would close the socket. */
  private static @Nullable String takeFromProtocol(InwardRequest request, ClientRoute route) {
    if (route.kind().isStream() && request.asksForWebSocket()) {
      return request.webSocketProtocol();
    }
    request.getHeaders().remove(InwardRequest.WEB_SOCKET_PROTOCOL);
    return null;
  }
}
