package isegoria.gateway.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topics;
import isegoria.gateway.auth.Revocations;
import isegoria.gateway.config.GatewayProperties;
import isegoria.gateway.testing.FakeService.Reply;
import isegoria.gateway.testing.TestGateway;
import isegoria.testkit.backing.Backing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RevocationTailIT {
  private static final String TOPIC = "gateway-test.account.revocations.v1";

  @BeforeAll
  static void createTopic() throws Exception {
    try (Admin admin = Admin.create(connection())) {
      admin
          .createTopics(List.of(new NewTopic(TOPIC, Optional.of(3), Optional.of((short) 1))))
          .all()
          .get();
    }
  }

  private static Map<String, Object> connection() {
    return Map.of("bootstrap.servers", Backing.sharedKafka());
  }

  private static TestGateway gateway() {
    return new TestGateway(
        "--isegoria.kafka.bootstrap-servers=" + Backing.sharedKafka(),
        "--isegoria.tokens.revocations-topic=" + TOPIC);
  }

  private static KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(connection(), new StringSerializer(), new StringSerializer());
  }

  @Test
  void when_a_revocation_is_answered_another_gateway_has_heard_of_it() throws Exception {
    try (TestGateway one = gateway();
        TestGateway other = gateway();
        var producer = producer()) {
      await(one.bean(Revocations.class)::isTailing);
      await(other.bean(Revocations.class)::isTailing);
      one.account.answers(asked -> {
        if (!asked.uri().equals("/oauth/revoke")) {
          return one.accountService(asked);
        }
        String sid = sidOf(asked.body());
        producer.send(new ProducerRecord<>(TOPIC, 1, sid, "{}")).get();
        return Reply.json(200, "{}").with(Revocations.HEADER, sid);
      });
      for (int i = 0; i < 12; i++) {
        String token = "token-" + (100 + i);
        assertThat(other.as(token, "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);
        assertThat(one.post("/oauth/revoke", token).statusCode()).isEqualTo(200);
        assertThat(one.as(token, "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(401);
        await(() -> other.as(token, "GET", "/api/v1/statuses/1").statusCode() == 401);
      }
    }
  }

  @Test
  void a_revocation_heard_from_kafka_ends_a_cached_token() throws Exception {
    try (TestGateway gateway = gateway();
        var producer = producer()) {
      await(gateway.bean(Revocations.class)::isTailing);
      String token = "token-77";
      assertThat(gateway.as(token, "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);

      String sid = sidOf(token);
      producer.send(new ProducerRecord<>(TOPIC, 1, sid, "{\"sid\":\"" + sid + "\"}")).get();

      await(() -> gateway.as(token, "GET", "/api/v1/statuses/1").statusCode() == 401);
    }
  }

  @Test
  void the_topic_is_the_one_in_the_registry() {
    try (TestGateway gateway = new TestGateway("--isegoria.kafka.bootstrap-servers=127.0.0.1:1")) {
      assertThat(gateway.bean(GatewayProperties.class).tokens().revocationsTopic())
          .isEqualTo(Topics.ACCOUNT_REVOCATIONS.name());
      // Kafka is not there, and everything is served nevertheless.
      assertThat(gateway.as("token-78", "GET", "/api/v1/statuses/1").statusCode()).isEqualTo(200);
    }
  }

  private static String sidOf(String token) throws Exception {
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(token.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, 32);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(deadline - System.nanoTime()).as("time left").isPositive();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
