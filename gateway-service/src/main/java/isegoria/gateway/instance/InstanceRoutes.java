package isegoria.gateway.instance;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import isegoria.gateway.http.Problem;
import isegoria.gateway.upstream.UpstreamClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Everything that the gateway answers itself. */
public final class InstanceRoutes {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final MediaType XRD =
      MediaType.parseMediaType("application/xrd+xml;charset=UTF-8");
  private static final MediaType PLAIN =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
  private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

  private final InstanceEntities entities;
  private final Discovery discovery;
  private final Webfinger webfinger;
  private final Rules rules;
  private final Pages pages;

  public InstanceRoutes(Profile profile, UpstreamClient client, Clock clock) {
    this.entities = new InstanceEntities(profile);
    this.discovery = new Discovery(profile);
    this.webfinger = new Webfinger(discovery, client);
    this.rules = new Rules(client, clock);
    this.pages = new Pages(profile);
  }

  public RouterFunction<ServerResponse> routes() {
    byte[] avatar = Pages.file("missing-avatar.png");
    byte[] header = Pages.file("missing-header.png");
    byte[] openApi = Pages.file("openapi.json");
    return RouterFunctions.route()
        .route(read("/"), _ -> page(pages.landing()))
        .route(read("/about"), _ -> page(pages.landing()))
        .route(read("/about/readme"), _ -> readme())
        .route(read("/health"), _ -> json(Map.of("status", "UP")))
        .route(
            read("/api/v1/instance"), _ -> rules.current().flatMap(all -> json(entities.v1(all))))
        .route(
            read("/api/v2/instance"), _ -> rules.current().flatMap(all -> json(entities.v2(all))))
        .route(read("/api/openapi.json"), _ -> json(openApi))
        .route(read("/.well-known/nodeinfo"), _ -> json(discovery.nodeinfoLinks()))
        .route(read("/nodeinfo/2.0"), _ -> json(discovery.nodeinfo()))
        .route(read("/.well-known/host-meta"), this::hostMeta)
        .route(read("/.well-known/host-meta.json"), _ -> json(discovery.hostMeta()))
        .route(read("/.well-known/webfinger"), webfinger::answer)
        .route(read("/avatars/original/missing.png"), _ -> picture(avatar))
        .route(read("/headers/original/missing.png"), _ -> picture(header))
        .route(
            read("/@{name}").or(read("/@{name}/{post}")),
            _ -> ServerResponse.temporaryRedirect(URI.create("/about")).build())
        .build();
  }

  /** HEAD is a read whose answer has no body; the server below leaves it out. */
  static RequestPredicate read(String pattern) {
    return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(pattern));
  }

  private Mono<ServerResponse> hostMeta(ServerRequest request) {
    boolean json =
        request.headers().accept().stream().anyMatch(type -> type.getSubtype().endsWith("json"));
    return json
        ? json(discovery.hostMeta())
        : ServerResponse.ok().contentType(XRD).bodyValue(discovery.hostMetaXml());
  }

  private static Mono<ServerResponse> page(String html) {
    return ServerResponse.ok().contentType(HTML).bodyValue(html);
  }

  private static Mono<ServerResponse> readme() {
    return Pages.readme()
        .map(text -> ServerResponse.ok().contentType(PLAIN).bodyValue(text))
        .orElseGet(() -> problem(Problem.NOT_FOUND));
  }

  private static Mono<ServerResponse> picture(byte[] png) {
    return ServerResponse.ok().contentType(MediaType.IMAGE_PNG).cacheControl(A_DAY).bodyValue(png);
  }

  static Mono<ServerResponse> json(Object body) {
    return json(200, body);
  }

  static Mono<ServerResponse> json(int status, Object body) {
    return ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
  }

  static Mono<ServerResponse> problem(Problem problem) {
    var answer = ServerResponse.status(problem.status()).contentType(MediaType.APPLICATION_JSON);
    if (problem.status() == 503) {
      answer.header("Retry-After", "1");
    }
    return answer.bodyValue(Map.of("error", problem.error()));
  }
}
