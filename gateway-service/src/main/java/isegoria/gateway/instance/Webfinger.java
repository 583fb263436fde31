package isegoria.gateway.instance;

import isegoria.gateway.http.Problem;
import isegoria.gateway.upstream.Upstream;
import isegoria.gateway.upstream.UpstreamClient;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who stands behind a name here. account-service knows; the answer is put into webfinger's form.
 */
final class Webfinger {
  private static final MediaType JRD = MediaType.parseMediaType("application/jrd+json");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** To other servers a suspended account is no more. */
  private static final Problem GONE = new Problem(410, Problem.NOT_FOUND.error());

  private final Discovery discovery;
  private final UpstreamClient client;

  Webfinger(Discovery discovery, UpstreamClient client) {
    this.discovery = discovery;
    this.client = client;
  }

  Mono<ServerResponse> answer(ServerRequest request) {
    Optional<String> resource = request.queryParam("resource").filter(text -> !text.isBlank());
    if (resource.isEmpty()) {
      return InstanceRoutes.problem(Problem.BAD_REQUEST);
    }
    String name = discovery.localName(resource.get());
    if (name == null || name.isBlank()) {
      return InstanceRoutes.problem(Problem.NOT_FOUND);
    }
    return client
        .ask(
            Upstream.ACCOUNT,
            web ->
                instance ->
                    web.get()
                        .uri(
                            UriComponentsBuilder.fromUri(instance)
                                .path("/api/v1/accounts/lookup")
                                .queryParam("acct", "{name}")
                                .build(name)))
        .flatMap(this::found)
        .onErrorResume(_ -> InstanceRoutes.problem(Problem.UNAVAILABLE));
  }

  private Mono<ServerResponse> found(UpstreamClient.Answer answer) {
    return switch (answer.status()) {
      case 200 -> described(answer.body());
      case 410 -> InstanceRoutes.problem(GONE);
      case 400, 404, 422 -> InstanceRoutes.problem(Problem.NOT_FOUND);
      default -> InstanceRoutes.problem(Problem.UNAVAILABLE);
    };
  }

  private Mono<ServerResponse> described(String body) {
    try {
      JsonNode account = JSON.readTree(body);
      if (account.path("suspended").asBoolean(false)) {
        return InstanceRoutes.problem(GONE);
      }
      return ServerResponse.ok()
          .contentType(JRD)
          .bodyValue(
              JSON.writeValueAsString(
                  discovery.webfinger(
                      account.path("username").asString(),
                      account.path("avatar").stringValue(null))));
    } catch (JacksonException e) {
      return InstanceRoutes.problem(Problem.UNAVAILABLE);
    }
  }
}
