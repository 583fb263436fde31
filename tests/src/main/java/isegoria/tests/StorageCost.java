package isegoria.tests;

import isegoria.tests.platform.Running;
import isegoria.tests.world.Plan.Phase;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Kafka and Cassandra keep for one follow, one post and one favourite. */
final class StorageCost {
  private final Running running;
  private final Map<String, String> costs = new LinkedHashMap<>();
  private long kafkaBytes;
  private long cassandraBytes;

  StorageCost(Running running) {
    this.running = running;
    measure();
  }

  /** Looks after the first phase of each of the three kinds, which holds nothing else. */
  void over(Phase phase) {
    String kind = phase.name().replaceAll(" .*", "");
    boolean wanted = kind.equals("follow") || kind.equals("publish") || kind.equals("favourite");
    boolean first = phase.name().equals("follow") || phase.name().endsWith(" 0");
    if (!first) {
      return;
    }
    long kafkaBefore = kafkaBytes;
    long cassandraBefore = cassandraBytes;
    measure();
    if (wanted && !phase.acts().isEmpty()) {
      int acts = phase.acts().size();
      costs.put(
          kind,
          "%s: Kafka %,d, Cassandra %,d"
              .formatted(
                  kind,
                  (kafkaBytes - kafkaBefore) / acts,
                  (cassandraBytes - cassandraBefore) / acts));
    }
  }

  private void measure() {
    kafkaBytes = running.kafkaBytes();
    cassandraBytes = running.cassandraBytes();
  }

  String line() {
    return "bytes per " + String.join("; ", costs.values());
  }
}
