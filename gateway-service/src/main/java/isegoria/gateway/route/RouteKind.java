package isegoria.gateway.route;

import isegoria.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * A kind of routes, and the bounds that all of them share.
 *
 * @param timeLimit of a call the whole, until the answer begins; of a stream the handshake alone
 * @param bodyBytesMax the largest body let in
 * @param uploadBytesMax the largest multipart body let in
 * @param placesMax how many of one upstream are under way at once, at the most
 */
public record RouteKind(
    Name name, Duration timeLimit, long bodyBytesMax, long uploadBytesMax, int placesMax) {

  /** What tells the kinds apart. */
  public enum Name {
    /** A question and its answer. */
    CALL,
    /** An answer without an end: a WebSocket, or server-sent events. */
    STREAM
  }

  /** The kinds as they are configured. */
  public record All(RouteKind call, RouteKind stream) {}

  public boolean isStream() {
    return name == Name.STREAM;
  }

  ClientRoute route(String id, Upstream upstream, String... paths) {
    return new ClientRoute(
        id, this, upstream, ClientRoute.TokenUse.EXCHANGED, List.of(), List.of(paths));
  }

  ClientRoute withoutToken(
      String id, Upstream upstream, List<HttpMethod> methods, String... paths) {
    return new ClientRoute(
        id, this, upstream, ClientRoute.TokenUse.DROPPED, methods, List.of(paths));
  }
}
