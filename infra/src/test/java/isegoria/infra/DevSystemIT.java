package isegoria.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.events.Topics;
import isegoria.testkit.backing.ChildProcess;
import isegoria.testkit.backing.Jdk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevSystemIT {
  private static final int BASE = 20_000;
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

  @Test
  void a_killed_launcher_leaves_no_process() {
    ChildProcess launcher = launch();
    launcher.awaitReady(() -> launcher.logTail().contains("healthy after"), LIMIT);
    List<ProcessHandle> children =
        ProcessHandle.of(launcher.pid()).orElseThrow().children().toList();
    assertThat(children).hasSize(2);

    launcher.kill();

    Instant deadline = Instant.now().plusSeconds(12);
    for (ProcessHandle child : children) {
      long left = Math.max(1, Duration.between(Instant.now(), deadline).toMillis());
      assertThat(child.onExit().orTimeout(left, TimeUnit.MILLISECONDS))
          .succeedsWithin(Duration.ofSeconds(12));
    }
  }

  private DevConfig config() {
    return DevConfig.fromEnvironment(
        Map.of("BASE", Integer.toString(BASE), "DATA", data.resolve("system").toString()));
  }

  private ChildProcess launch() {
    return ChildProcess.start(
        new ChildProcess.Command(
            "launcher",
            Jdk.require(25).java(),
            List.of("-Xmx128m", "-XX:+UseSerialGC"),
            List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)),
            List.of(Dev.class.getName(), "start"),
            Map.of(
                "BASE",
                Integer.toString(BASE + 1_000),
                "DATA",
                data.resolve("launched").toString(),
                "PROFILE",
                "prod",
                "ONLY",
                "none"),
            data,
            data.resolve("launcher.log")));
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
