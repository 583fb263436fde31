package isegoria.edge;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** All checks of this process as one: ready when each is; it names those that are not. */
public final class Readiness implements HealthIndicator {

  private final List<ReadinessCheck> checks;

  public Readiness(List<ReadinessCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (ReadinessCheck check : checks) {
      boolean ready = isReady(check);
      health.withDetail(check.name(), ready ? "ready" : "not ready");
      if (!ready) {
        health.outOfService();
      }
    }
    return health.build();
  }

  private static boolean isReady(ReadinessCheck check) {
    try {
      return check.ready().getAsBoolean();
    } catch (RuntimeException failed) {
      return false;
    }
  }
}
