package isegoria.gateway.instance;

import isegoria.api.entity.Rule;
import isegoria.gateway.upstream.Upstream;
import isegoria.gateway.upstream.UpstreamClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules, as moderation-service states them, asked at most once a minute. While it is down, the
 * last known ones; before the first answer, none, since an instance must be describable.
 */
final class Rules {
  private static final Duration FRESH_FOR = Duration.ofMinutes(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
  private static final JsonMapper JSON = JsonMapper.shared();

  private record Known(List<Rule> rules, Instant until) {}

  private final UpstreamClient client;
  private final Clock clock;
  private final AtomicReference<Known> known =
      new AtomicReference<>(new Known(List.of(), Instant.EPOCH));

  Rules(UpstreamClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  Mono<List<Rule>> current() {
    Known now = known.get();
    if (clock.instant().isBefore(now.until())) {
      return Mono.just(now.rules());
    }
    return client
        .ask(
            Upstream.MODERATION,
            web -> instance -> web.get().uri(instance.resolve("/api/v1/instance/rules")))
        .map(answer -> answer.status() == 200 ? parse(answer.body()) : now.rules())
        .map(rules -> keep(rules, FRESH_FOR))
        .onErrorResume(_ -> Mono.fromSupplier(() -> keep(now.rules(), RETRY_AFTER)));
  }

  private List<Rule> keep(List<Rule> rules, Duration freshFor) {
    known.set(new Known(rules, clock.instant().plus(freshFor)));
    return rules;
  }

  private static List<Rule> parse(String body) {
    try {
      return JSON.readValue(body, new TypeReference<List<Rule>>() {});
    } catch (JacksonException e) {
      return List.of();
    }
  }
}
