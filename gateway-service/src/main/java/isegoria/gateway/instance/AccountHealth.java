package isegoria.gateway.instance;

import isegoria.gateway.upstream.Upstream;
import isegoria.gateway.upstream.UpstreamClient;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/**
 * Ready means that some instance of account-service answers: without it no new token can be looked
 * at. Any answer will do but "I cannot"; what is asked for does not exist.
 */
public final class AccountHealth implements ReactiveHealthIndicator {
  private final UpstreamClient client;

  public AccountHealth(UpstreamClient client) {
    this.client = client;
  }

  @Override
  public Mono<Health> health() {
    return client
        .ask(
            Upstream.ACCOUNT,
            web -> instance -> web.get().uri(instance.resolve("/api/v1/accounts/0")))
        .map(answer ->
            (answer.status() < 502 ? Health.up() : Health.outOfService())
                .withDetail("status", answer.status())
                .build())
        .onErrorResume(_ -> Mono.just(Health.outOfService().build()));
  }
}
