package isegoria.edge;

import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.TopicReader;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * All checks of this process and all its readers of topics as one: ready when each is, naming those
 * that are not. A reader that a record degrades is named with the record, and stays ready: the
 * others' answers are not its record's fault.
 */
public final class Readiness implements HealthIndicator {

  private final List<ReadinessCheck> checks;
  private final Supplier<List<TopicReader>> readers;

  public Readiness(List<ReadinessCheck> checks, Supplier<List<TopicReader>> readers) {
    this.checks = List.copyOf(checks);
    this.readers = readers;
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (ReadinessCheck check : checks) {
      add(health, check.name(), isReady(check.ready()), "ready");
    }
    for (TopicReader reader : readers.get()) {
      add(health, reader.name(), isReady(reader::healthy), state(reader));
    }
    return health.build();
  }

  private static void add(Health.Builder health, String name, boolean isReady, String state) {
    health.withDetail(name, isReady ? state : "not ready");
    if (!isReady) {
      health.outOfService();
    }
  }

  private static String state(TopicReader reader) {
    List<BadRecord> degrading = reader.badRecords().map(BadRecords::degrading).orElse(List.of());
    return degrading.isEmpty()
        ? "ready"
        : degrading.stream().map(BadRecord::at).collect(Collectors.joining(", ", "degraded: ", ""));
  }

  private static boolean isReady(BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (RuntimeException failed) {
      return false;
    }
  }
}
