package isegoria.testkit.backing;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.cassandra.CassandraContainer;
import org.testcontainers.kafka.KafkaContainer;

/** The pair as containers, with the settings that the embedded pair has where they matter. */
final class ContainerBacking implements Backing {
  private final KafkaContainer kafka = new KafkaContainer(Docker.KAFKA_IMAGE);
  private final CassandraContainer cassandra = new CassandraContainer(Docker.CASSANDRA_IMAGE);

  ContainerBacking() {
    for (Map.Entry<String, String> setting : EmbeddedKafka.BROKER_SETTINGS.entrySet()) {
      String name =
          "KAFKA_" + setting.getKey().replace('.', '_').toUpperCase(java.util.Locale.ROOT);
      kafka.addEnv(name, setting.getValue());
    }
    kafka.start();
    cassandra.start();
  }

  @Override
  public String kafkaBootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public InetSocketAddress cassandraContactPoint() {
    return Objects.requireNonNull(cassandra.getContactPoint());
  }

  @Override
  public String reason() {
    return "containers, because a Docker engine answers and has the images";
  }

  @Override
  public void close() {
    kafka.stop();
    cassandra.stop();
  }
}
