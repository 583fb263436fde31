package isegoria.gateway.route;

import isegoria.gateway.upstream.Upstream;
import java.util.List;
import org.springframework.http.HttpMethod;

/** Some client paths that one upstream answers. An empty list of methods means every method. */
public record ClientRoute(
    String id, Upstream upstream, TokenUse tokenUse, List<HttpMethod> methods, List<String> paths) {

  /** What happens to the token that a client sends along. */
  public enum TokenUse {
    /** Exchanged for a phantom token; the gateway answers a bad one with 401. */
    EXCHANGED,
    /**
     * Dropped: the endpoint authenticates otherwise, and a stale token must not stand in the way.
     */
    DROPPED
  }

  public ClientRoute {
    methods = List.copyOf(methods);
    paths = List.copyOf(paths);
  }

  static ClientRoute route(String id, Upstream upstream, String... paths) {
    return new ClientRoute(id, upstream, TokenUse.EXCHANGED, List.of(), List.of(paths));
  }

  static ClientRoute withoutToken(
      String id, Upstream upstream, List<HttpMethod> methods, String... paths) {
    return new ClientRoute(id, upstream, TokenUse.DROPPED, methods, List.of(paths));
  }
}
