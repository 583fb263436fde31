package isegoria.gateway.auth;

import isegoria.gateway.upstream.Upstream;
import isegoria.gateway.upstream.UpstreamClient;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@link Introspection} by account-service's internal endpoint. */
final class HttpIntrospection implements Introspection {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final UpstreamClient client;
  private final Supplier<String> internalSecret;

  HttpIntrospection(UpstreamClient client, Supplier<String> internalSecret) {
    this.client = client;
    this.internalSecret = internalSecret;
  }

  @Override
  public Mono<TokenStatus> introspect(String token) {
    return client
        .ask(
            Upstream.ACCOUNT,
            web ->
                instance ->
                    web.post()
                        .uri(instance.resolve("/internal/tokens/introspect"))
                        .header("X-Isegoria-Internal", internalSecret.get())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(BodyInserters.fromFormData("token", token)))
        .flatMap(answer -> verdict(token, answer));
  }

  private static Mono<TokenStatus> verdict(String token, UpstreamClient.Answer answer) {
    if (answer.status() != 200) {
      return Mono.error(
          new IOException("introspection: status " + answer.status() + " (expected: 200)"));
    }
    try {
      return Mono.just(read(token, JSON.readTree(answer.body())));
    } catch (JacksonException e) {
      return Mono.error(new IOException("introspection: not JSON (expected: JSON)", e));
    }
  }

  private static TokenStatus read(String token, JsonNode answer) {
    if (!answer.path("active").asBoolean(false)) {
      return new TokenStatus.Inactive(answer.path("error").stringValue(null));
    }
    JsonNode account = answer.path("account_id");
    return new TokenStatus.Active(
        new Caller.Bearer(
            PhantomTokens.sidOf(token),
            account.isMissingNode() || account.isNull() ? null : account.asString(),
            answer.path("jwt").asString()),
        Instant.ofEpochSecond(answer.path("expires_at").asLong()));
  }
}
