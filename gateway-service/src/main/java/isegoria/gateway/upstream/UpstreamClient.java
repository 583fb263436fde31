package isegoria.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** The gateway's own questions to a service: few, small, repeatable, each with a time limit. */
public final class UpstreamClient {
  /** What came back. The body is empty for an answer without one. */
  public record Answer(int status, String body) {
    @Override
    public String toString() {
      return "Answer[status=" + status + ", characters=" + body.length() + "]";
    }
  }

  private final WebClient web;
  private final Upstreams upstreams;
  private final Duration timeLimit;

  public UpstreamClient(WebClient web, Upstreams upstreams, Duration timeLimit) {
    this.web = web;
    this.upstreams = upstreams;
    this.timeLimit = timeLimit;
  }

  /** Asks one instance, and each other one in turn while none can be reached. */
  public Mono<Answer> ask(
      Upstream upstream,
      Function<WebClient, Function<URI, WebClient.RequestHeadersSpec<?>>> question) {
    return attempt(upstreams.of(upstream), new HashSet<>(), question.apply(web)).timeout(timeLimit);
  }

  private Mono<Answer> attempt(
      Instances instances,
      Set<URI> tried,
      Function<URI, ? extends WebClient.RequestHeadersSpec<?>> question) {
    URI instance = instances.choose(null, tried);
    tried.add(instance);
    return question
        .apply(instance)
        .exchangeToMono(response ->
            response
                .bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(body -> new Answer(response.statusCode().value(), body)))
        .doOnNext(_ -> instances.answered(instance))
        .onErrorResume(
            WebClientRequestException.class,
            unreachable -> {
              instances.eject(instance);
              return instances.hasOtherThan(tried)
                  ? attempt(instances, tried, question)
                  : Mono.error(unreachable);
            });
  }
}
