package isegoria.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBackingIT {
  private static final Duration READY_MAX = Duration.ofSeconds(60);

  @TempDir static Path directory;
  private static EmbeddedBacking backing = new EmbeddedBacking(Path.of("unused"), "unused");

  @BeforeAll
  static void start() {
    backing = EmbeddedBacking.lasting(directory);
    backing.startBoth();
  }

  @AfterAll
  static void stop() {
    backing.close();
  }

  @Test
  void kafka_takes_transactions_and_keeps_topics_over_a_kill() throws Exception {
    String servers = backing.kafkaBootstrapServers();
    System.err.printf("Kafka ready after %d ms%n", backing.kafka().process().age().toMillis());
    try (var admin = admin(servers)) {
      var topic = new NewTopic("letters", 3, (short) 1);
      admin.createTopics(List.of(topic)).all().get(10, TimeUnit.SECONDS);
    }
    sendInTransaction(servers);

    backing.kafka().process().kill();
    backing.kafka().start().awaitReady(READY_MAX);

    String log = Files.readString(backing.kafka().process().command().log());
    assertThat(log.split("Kafka Server started", -1))
        .as("started, its controller alone after the kill, started again")
        .hasSize(3 + 1);
    assertThat(log).doesNotContain("was not fenced");
    try (var admin = admin(servers)) {
      assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains("letters");
    }
  }

  @Test
  void cassandra_keeps_every_acknowledged_row_over_a_kill() {
    var contact = backing.cassandraContactPoint();
    System.err.printf(
        "Cassandra ready after %d ms%n", backing.cassandra().process().age().toMillis());
    try (CqlSession session = session()) {
      session.execute(
          "CREATE KEYSPACE letters WITH replication = {'class': 'SimpleStrategy',"
              + " 'replication_factor': 1}");
      session.execute("CREATE TABLE letters.letter (id int PRIMARY KEY, words text)");
      for (int id = 0; id < 100; id++) {
        session.execute("INSERT INTO letters.letter (id, words) VALUES (?, 'hello')", id);
      }
    }

    backing.cassandra().process().kill();
    backing.cassandra().start().awaitReady(READY_MAX);

    assertThat(backing.cassandraContactPoint()).isEqualTo(contact);
    try (CqlSession session = session()) {
      var row = session.execute("SELECT count(*) FROM letters.letter").one();
      assertThat(Objects.requireNonNull(row).getLong(0)).isEqualTo(100);
    }
  }

  @Test
  void the_versions_of_nodes_and_clients_are_the_same() {
    assertThat(ClassPaths.of("kafka"))
        .anyMatch(jar ->
            jar.endsWith(
                "kafka_2.13-" + org.apache.kafka.common.utils.AppInfoParser.getVersion() + ".jar"));
  }

  private static Admin admin(String servers) {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
  }

  private static void sendInTransaction(String servers) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", servers, "transactional.id", "writer", "acks", "all");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("letters", "key", "value")).get(10, TimeUnit.SECONDS);
      producer.commitTransaction();
    }
  }

  private static CqlSession session() {
    return CqlSession.builder()
        .addContactPoint(backing.cassandraContactPoint())
        .withLocalDatacenter("datacenter1")
        .withConfigLoader(
            DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(10))
                .build())
        .build();
  }
}
