package isegoria.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevSystemIT {
  private static final int BASE = 12_600;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path data;

  @Test
  void a_broker_lets_nobody_write_what_is_not_theirs_and_comes_back_after_a_kill()
      throws Exception {
    DevConfig config = config().withServices(java.util.Set.of());
    try (DevSystem system = DevSystem.start(config, Progress.silent())) {
      send(config, "post", Topics.POST_EVENTS.name());
      assertThatThrownBy(() -> send(config, "timeline", Topics.POST_EVENTS.name()))
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);

      system.part("kafka").kill();
      assertThat(system.failed()).isEmpty();
      system.part("kafka").restart(LIMIT);
      send(config, "post", Topics.POST_EVENTS.name());

      assertThatThrownBy(() -> DevSystem.start(config, Progress.silent()))
          .hasMessageContaining("in use by a running system");
    }
    assertThat(RunFile.read(config.runFile())).isEmpty();
  }

  private DevConfig config() {
    return DevConfig.fromEnvironment(
        Map.of("BASE", Integer.toString(BASE), "DATA", data.resolve("system").toString()));
  }

  private static void send(DevConfig config, String principal, String topic) throws Exception {
    Secrets secrets = Secrets.in(config.secretsDirectory());
    var properties = new HashMap<String, Object>(KafkaAccess.client(secrets, principal));
    properties.put("bootstrap.servers", config.kafkaBootstrapServers());
    properties.put("enable.idempotence", false);
    properties.put("max.block.ms", 20_000);
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", "value")).get(20, TimeUnit.SECONDS);
    }
  }
}
