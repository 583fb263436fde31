package isegoria.moderation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.eventsourcing.decide.ErasureTrigger;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.testkit.backing.Backing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real service on a real Kafka and a real Cassandra, and the world around it. */
final class RunningService implements AutoCloseable {

  private static final int PARTITIONS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  private final String kafka;
  private final ECKey key;
  private final ConfigurableApplicationContext service;
  private final KafkaProducer<String, byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();

  RunningService(Path directory) throws Exception {
    Backing backing = Backing.shared();
    this.kafka = backing.kafkaBootstrapServers();
    this.key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    createTopics();
    Files.writeString(directory.resolve("jwks.json"), new JWKSet(key.toPublicJWK()).toString());
    Files.writeString(
        directory.resolve("pepper"), Base64.getEncoder().encodeToString(new byte[32]));
    Files.writeString(directory.resolve("internal-secret"), "secret");
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    this.service =
        SpringApplication.run(
            ModerationService.class,
            "--server.port=0",
            "--isegoria.secrets-dir=" + directory,
            "--isegoria.state-dir=" + directory.resolve("state"),
            "--isegoria.kafka.bootstrap-servers=" + kafka,
            "--isegoria.kafka.partitions=" + PARTITIONS,
            "--isegoria.cassandra.contact-points=" + backing.cassandraContactPoints());
  }

  private void createTopics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      List<NewTopic> topics =
          Topics.all().stream()
              .map(topic -> new NewTopic(topic.name(), topic.partitions(PARTITIONS), (short) 1))
              .toList();
      admin.createTopics(topics).all().get();
    }
  }

  /** What account-service publishes when somebody signs up. */
  void open(AccountId id, String username, String role)
      throws ExecutionException, InterruptedException {
    AccountState state =
        new AccountState(
            id.toString(),
            username,
            username,
            "",
            List.of(),
            "",
            "",
            false,
            false,
            null,
            false,
            null,
            role,
            Instant.now(),
            Instant.now());
    publish(id, AvroCodec.of(Topics.ACCOUNT_STATES, AccountState.class).encode(state));
  }

  /** What account-service publishes when somebody is erased. */
  void erase(AccountId id) throws ExecutionException, InterruptedException {
    publish(id, null);
    String recordKey = Partitioning.key(id.toString(), "account");
    byte[] onlyItsHeaderIsRead = {0};
    var record =
        new ProducerRecord<>(
            Topics.ACCOUNT_EVENTS.name(),
            Partitioning.ofKey(recordKey, PARTITIONS),
            recordKey,
            onlyItsHeaderIsRead);
    record.headers().add(RecordHeader.CE_TYPE, RecordHeader.bytes(ErasureTrigger.ACCOUNT_CLOSED));
    producer.send(record).get();
  }

  /** What post-service publishes about a post: only its key is read here. */
  void post(AccountId author, PostId post) throws ExecutionException, InterruptedException {
    send(Topics.POST_PRIVATE_STATES, author, "post/" + post, new byte[1]);
  }

  private void publish(AccountId id, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    send(Topics.ACCOUNT_STATES, id, "account", value);
  }

  @SuppressWarnings("NullAway") // A record without a value is a tombstone.
  private void send(Topic topic, AccountId owner, String aggregate, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    producer
        .send(
            new ProducerRecord<>(
                topic.name(),
                Partitioning.of(owner.toString(), PARTITIONS),
                Partitioning.key(owner.toString(), aggregate),
                value))
        .get();
  }

  /** The token that the gateway would send. */
  String token(AccountId id, String role, String scope) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(),
            new JWTClaimsSet.Builder()
                .subject(id.toString())
                .claim("app", "1")
                .claim("scope", scope)
                .claim("sid", "sid-" + id)
                .claim("role", role)
                .claim("iat", Instant.now().getEpochSecond())
                .claim("exp", Instant.now().getEpochSecond() + 600)
                .build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  /** An answer: the status and the JSON. */
  record Answer(int status, JsonNode json) {}

  Answer get(String token, String path) throws IOException, InterruptedException {
    return send(request(token, path).GET().build());
  }

  Answer post(String token, String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(
        request(token, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private HttpRequest.Builder request(String token, String path) {
    String port = service.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }

  /** A condition on the last record of a key. */
  interface Last {
    boolean is(byte @Nullable [] value);
  }

  /** Reads a topic from its start until the key's last record is as wanted. */
  void await(Topic topic, String recordKey, Last wanted) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition =
          new TopicPartition(topic.name(), Partitioning.ofKey(recordKey, PARTITIONS));
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      Instant until = Instant.now().plus(PATIENCE);
      boolean fits = false;
      while (!fits && Instant.now().isBefore(until)) {
        for (ConsumerRecord<String, byte[]> change : consumer.poll(Duration.ofMillis(100))) {
          if (change.key().equals(recordKey)) {
            fits = wanted.is(change.value());
          }
        }
      }
      if (!fits) {
        throw new AssertionError(recordKey + " on " + topic + ": not as wanted in " + PATIENCE);
      }
    }
  }

  /** Something that becomes true, because another part of the system has to see it first. */
  interface Eventually {
    boolean isSo() throws IOException, InterruptedException;
  }

  static void await(Eventually condition) throws IOException, InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!condition.isSo()) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("not so within " + PATIENCE);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() {
    service.close();
    producer.close();
  }
}
