package isegoria.post;

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
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.account.AccountState;
import isegoria.events.account.FollowState;
import isegoria.events.account.RelationshipSide;
import isegoria.events.account.RelationshipState;
import isegoria.events.moderation.Enforcement;
import isegoria.eventsourcing.decide.ErasureTrigger;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.testkit.backing.Backing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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

/**
 * This service on a real Kafka and a real Cassandra, with the rest of the platform played by the
 * test: it publishes accounts, follows and sanctions, and signs tokens.
 */
final class RunningService {

  private static final int PARTITIONS = 3;
  private static final JsonMapper JSON = new JsonMapper();

  private static @Nullable RunningService shared;

  private final ECKey key;
  private final ConfigurableApplicationContext context;
  private final KafkaProducer<String, byte[]> producer;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String kafka;

  private RunningService(ECKey key, ConfigurableApplicationContext context, String kafka) {
    this.key = key;
    this.kafka = kafka;
    this.context = context;
    this.base = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
  }

  /** The one of this JVM; it ends with it. */
  static synchronized RunningService shared() throws Exception {
    RunningService running = shared;
    if (running == null) {
      running = start();
      shared = running;
    }
    return running;
  }

  private static RunningService start() throws Exception {
    Backing backing = Backing.shared();
    createTopics(backing.kafkaBootstrapServers());
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    Path secrets = Files.createTempDirectory("secrets");
    Files.writeString(secrets.resolve("jwks.json"), new JWKSet(key.toPublicJWK()).toString());
    Files.writeString(secrets.resolve("pepper"), Base64.getEncoder().encodeToString(new byte[32]));
    Files.writeString(secrets.resolve("internal-secret"), "between us");
    SpringApplication application = new SpringApplication(PostService.class);
    // Kafka and Cassandra end with the JVM as well: there is no other to say goodbye to.
    application.setRegisterShutdownHook(false);
    ConfigurableApplicationContext context =
        application.run(
            "--server.port=0",
            "--isegoria.kafka.bootstrap-servers=" + backing.kafkaBootstrapServers(),
            "--isegoria.kafka.partitions=" + PARTITIONS,
            "--isegoria.cassandra.contact-points=" + backing.cassandraContactPoints(),
            "--isegoria.origin=http://localhost:8080",
            "--isegoria.state-dir=" + Files.createTempDirectory("state"),
            "--isegoria.secrets-dir=" + secrets,
            "--logging.structured.format.console=",
            "--logging.level.root=WARN");
    return new RunningService(key, context, backing.kafkaBootstrapServers());
  }

  private static void createTopics(String kafka) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      var present = admin.listTopics().names().get();
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(topic -> !present.contains(topic.name()))
              .map(topic ->
                  new NewTopic(topic.name(), topic.partitions(PARTITIONS), (short) 1)
                      .configs(topic.config()))
              .toList();
      admin.createTopics(missing).all().get();
    }
  }

  /** Waits until everything that requests need is there. */
  void awaitReady() throws InterruptedException {
    String port = context.getEnvironment().getProperty("local.management.port");
    URI readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      HttpResponse<String> answer = send(HttpRequest.newBuilder(readiness).GET().build());
      if (answer.statusCode() == 200) {
        return;
      }
      if (System.nanoTime() > until) {
        throw new IllegalStateException("not ready: " + answer.body());
      }
      Thread.sleep(100);
    }
  }

  void account(AccountId id, String username) {
    Instant now = Instant.now();
    AccountState state =
        AccountState.newBuilder()
            .setAccountId(id.toString())
            .setUsername(username)
            .setDisplayName(username)
            .setNote("")
            .setFields(List.of())
            .setAvatar("")
            .setHeader("")
            .setLocked(false)
            .setBot(false)
            .setIndexable(true)
            .setRole("user")
            .setCreatedAt(now)
            .setUpdatedAt(now)
            .build();
    put(
        Topics.ACCOUNT_STATES,
        Partitioning.key(id.toString(), "account"),
        AvroCodec.of(Topics.ACCOUNT_STATES, AccountState.class).encode(state));
  }

  /** The account is closed: the fact alone, as a service sees it that missed the tombstone. */
  void erase(AccountId id) {
    String recordKey = Partitioning.key(id.toString(), "account");
    int partition = Partitioning.ofKey(recordKey, PARTITIONS);
    var record =
        new ProducerRecord<>(Topics.ACCOUNT_EVENTS.name(), partition, recordKey, new byte[1]);
    record.headers().add(RecordHeader.CE_TYPE, RecordHeader.bytes(ErasureTrigger.ACCOUNT_CLOSED));
    send(record);
  }

  /** Whether the last record of that key is a tombstone. */
  boolean isGone(Topic topic, String recordKey) {
    boolean gone = false;
    var partition = new TopicPartition(topic.name(), Partitioning.ofKey(recordKey, PARTITIONS));
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (var found : consumer.poll(Duration.ofMillis(200))) {
          gone = found.key().equals(recordKey) ? found.value() == null : gone;
        }
      }
    }
    return gone;
  }

  /** Says how two accounts stand: whether the first follows the second, and whom it blocks. */
  void relationship(AccountId one, AccountId other, boolean follows, boolean blocks) {
    AccountId low = one.compareTo(other) < 0 ? one : other;
    AccountId high = low.equals(one) ? other : one;
    RelationshipSide mine = side(follows, blocks);
    RelationshipSide theirs = side(false, false);
    RelationshipState state =
        RelationshipState.newBuilder()
            .setLowId(low.toString())
            .setHighId(high.toString())
            .setLow(low.equals(one) ? mine : theirs)
            .setHigh(low.equals(one) ? theirs : mine)
            .setUpdatedAt(Instant.now())
            .build();
    put(
        Topics.ACCOUNT_PRIVATE_STATES,
        Partitioning.key(low + "~" + high, "relationship"),
        AvroCodec.of(Topics.ACCOUNT_PRIVATE_STATES, RelationshipState.class).encode(state));
  }

  private static RelationshipSide side(boolean follows, boolean blocks) {
    return RelationshipSide.newBuilder()
        .setFollow(follows ? new FollowState(Instant.now(), true, false, List.of()) : null)
        .setBlockedAt(blocks ? Instant.now() : null)
        .build();
  }

  /** Imposes a sanction of that kind, or lifts it. */
  void sanction(AccountId subject, String id, @Nullable String kind, @Nullable String post) {
    byte[] value =
        kind == null
            ? null
            : AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class)
                .encode(
                    Enforcement.newBuilder()
                        .setSanctionId(id)
                        .setSubjectId(subject.toString())
                        .setPostId(post)
                        .setKind(kind)
                        .setRuleId("1")
                        .setImposedAt(Instant.now())
                        .build());
    put(
        Topics.MODERATION_ENFORCEMENT,
        Partitioning.key(subject.toString(), "sanction/" + id),
        value);
  }

  @SuppressWarnings("NullAway") // A tombstone is a record without a value.
  private void put(Topic topic, String recordKey, byte @Nullable [] value) {
    send(
        new ProducerRecord<>(
            topic.name(), Partitioning.ofKey(recordKey, PARTITIONS), recordKey, value));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A request in the making. */
  Client as(@Nullable AccountId account) {
    return new Client(account, "read write follow");
  }

  /** Who asks, and with what right. */
  final class Client {
    private final @Nullable AccountId account;
    private final String scope;
    private final @Nullable String idempotencyKey;

    private Client(@Nullable AccountId account, String scope) {
      this(account, scope, null);
    }

    private Client(@Nullable AccountId account, String scope, @Nullable String idempotencyKey) {
      this.account = account;
      this.scope = scope;
      this.idempotencyKey = idempotencyKey;
    }

    Client scoped(String other) {
      return new Client(account, other, idempotencyKey);
    }

    Client keyed(String other) {
      return new Client(account, scope, other);
    }

    Answer get(String path) {
      return ask("GET", path, null, null);
    }

    Answer delete(String path) {
      return ask("DELETE", path, null, null);
    }

    Answer post(String path) {
      return ask("POST", path, null, null);
    }

    Answer post(String path, Map<String, ?> body) {
      return ask("POST", path, JSON.writeValueAsString(body), "application/json");
    }

    Answer put(String path, Map<String, ?> body) {
      return ask("PUT", path, JSON.writeValueAsString(body), "application/json");
    }

    Answer ask(String method, String path, @Nullable String body, @Nullable String contentType) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path))
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      if (account != null) {
        request.header("Authorization", "Bearer " + token(account, scope));
      }
      if (contentType != null) {
        request.header("Content-Type", contentType);
      }
      if (idempotencyKey != null) {
        request.header("Idempotency-Key", idempotencyKey);
      }
      return new Answer(send(request.build()));
    }
  }

  /** What came back. */
  record Answer(int status, String text, Map<String, List<String>> headers) {
    Answer(HttpResponse<String> answer) {
      this(answer.statusCode(), answer.body(), answer.headers().map());
    }

    JsonNode json() {
      return JSON.readTree(text);
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** The text at that pointer. */
    String at(String pointer) {
      return json().at(pointer).asString();
    }

    /** The ids of the entities at that pointer. */
    List<String> ids(String pointer) {
      return json().at(pointer).values().stream().map(e -> e.get("id").asString()).toList();
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private String token(AccountId account, String scope) {
    try {
      Instant now = Instant.now();
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .subject(account.toString())
                  .claim("app", "1")
                  .claim("app_name", "Phone app")
                  .claim("app_website", "https://app.example")
                  .claim("scope", scope)
                  .claim("sid", UUID.randomUUID().toString())
                  .claim("role", "user")
                  .issueTime(Date.from(now))
                  .expirationTime(Date.from(now.plusSeconds(120)))
                  .build());
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
