package isegoria.infra;

import isegoria.testkit.backing.EmbeddedKafka;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * Who may do what in Kafka and Cassandra: each service what its name and the registry of topics
 * give it, and no one anything else. Without passwords everybody may do everything.
 */
sealed interface Access {
  EmbeddedKafka.Settings kafkaSettings();

  /** A Kafka client's properties for who may do everything. */
  Map<String, Object> operator();

  /** Writes the broker's access lists. */
  void bringUpKafka(Admin admin);

  /** Makes the node's roles and keyspaces. */
  void bringUpCassandra();

  static Access of(DevConfig config, Secrets secrets) {
    return config.secured() ? new Guarded(config, secrets) : new Open(config);
  }

  private static EmbeddedKafka.Settings settings(
      DevConfig config, Map<String, String> overrides, Map<String, String> client) {
    Path log = config.logsDirectory().resolve("kafka.log");
    var properties = new HashMap<>(overrides);
    properties.putAll(config.brokerProperties());
    return new EmbeddedKafka.Settings(
        config.data().resolve("kafka"),
        log,
        config.kafkaPort(),
        config.kafkaControllerPort(),
        512,
        properties,
        client,
        List.of());
  }

  /** No passwords, no lists. */
  record Open(DevConfig config) implements Access {
    @Override
    public EmbeddedKafka.Settings kafkaSettings() {
      return settings(config, Map.of(), Map.of());
    }

    @Override
    public Map<String, Object> operator() {
      return Map.of("bootstrap.servers", config.kafkaBootstrapServers());
    }

    @Override
    public void bringUpKafka(Admin admin) {
      // A broker without an authorizer has no lists.
    }

    @Override
    public void bringUpCassandra() {
      // A node without an authenticator has no roles.
    }
  }

  /** A password for everybody, and lists that deny what they do not name. */
  record Guarded(DevConfig config, Secrets secrets) implements Access {
    @Override
    public EmbeddedKafka.Settings kafkaSettings() {
      var client = new HashMap<String, String>(KafkaAccess.client(secrets, Secrets.OPERATOR));
      return settings(config, KafkaAccess.broker(config, secrets), client);
    }

    @Override
    public Map<String, Object> operator() {
      var client = new HashMap<String, Object>(KafkaAccess.client(secrets, Secrets.OPERATOR));
      client.put("bootstrap.servers", config.kafkaBootstrapServers());
      return client;
    }

    @Override
    public void bringUpKafka(Admin admin) {
      KafkaAccess.grant(admin);
    }

    @Override
    public void bringUpCassandra() {
      CassandraAccess.bringUp(config, secrets);
    }
  }
}
