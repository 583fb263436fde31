package isegoria.account;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import isegoria.account.kafka.AccountAggregates;
import isegoria.account.write.relationship.FollowOptions;
import isegoria.account.write.relationship.Pair;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.events.AccountId;
import isegoria.events.AvroCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.moderation.Enforcement;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.wire.Reply;
import isegoria.testkit.backing.Backing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This service on a real Kafka and a real Cassandra. The test plays the gateway: it exchanges each
 * token for a signed one, and keeps it for the test's length.
 */
final class RunningService {

  static final String ORIGIN = "http://localhost:8080";
  static final String OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob";

  private static final String SECRET = "between us";
  private static final int PARTITIONS = 3;
  private static final JsonMapper JSON = new JsonMapper();

  private static @Nullable RunningService shared;

  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final KafkaProducer<String, byte[]> producer;
  private final String base;
  private final Map<String, String> signed = new ConcurrentHashMap<>();

  private RunningService(ConfigurableApplicationContext context, String kafka) {
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
    Files.writeString(secrets.resolve("signing-key.json"), key.toJSONString());
    Files.writeString(secrets.resolve("pepper"), Base64.getEncoder().encodeToString(new byte[32]));
    Files.writeString(secrets.resolve("internal-secret"), SECRET);
    SpringApplication application = new SpringApplication(AccountService.class);
    // Kafka and Cassandra end with the JVM as well: nobody is left to say goodbye to.
    application.setRegisterShutdownHook(false);
    ConfigurableApplicationContext context =
        application.run(
            "--server.port=0",
            "--spring.profiles.active=compat",
            "--isegoria.kafka.bootstrap-servers=" + backing.kafkaBootstrapServers(),
            "--isegoria.kafka.partitions=" + PARTITIONS,
            "--isegoria.cassandra.contact-points=" + backing.cassandraContactPoints(),
            "--isegoria.origin=" + ORIGIN,
            "--isegoria.state-dir=" + Files.createTempDirectory("state"),
            "--isegoria.secrets-dir=" + secrets,
            "--logging.structured.format.console=",
            "--logging.level.root=WARN");
    RunningService running = new RunningService(context, backing.kafkaBootstrapServers());
    running.awaitReady();
    return running;
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

  /** Follows as a request does that its edge let pass a moment ago, when the other was open. */
  void followPastTheEdge(AccountId by, AccountId to) throws InterruptedException {
    var aggregates = context.getBean(AccountAggregates.class);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var follow =
        new RelationshipCommand.Follow(
            by, to, FollowOptions.USUAL, RelationshipCommand.Target.OPEN, now);
    var once =
        new CommandContext(
            UUID.randomUUID().toString(), false, by.toString(), "", now, Duration.ofSeconds(10));
    var reply =
        context
            .getBean(DeciderApp.class)
            .commands()
            .ask(aggregates.relationship(), Pair.of(by, to).key(), follow, once);
    if (!(reply instanceof Reply.Accepted<?, ?, ?>)) {
      throw new IllegalStateException("follow: " + reply);
    }
  }

  private void awaitReady() throws InterruptedException {
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

  /** Imposes a sanction of that kind, or lifts it. */
  @SuppressWarnings("NullAway") // A tombstone is a record without a value.
  void sanction(String subject, @Nullable String kind) throws Exception {
    byte[] value =
        kind == null
            ? null
            : AvroCodec.of(Topics.MODERATION_ENFORCEMENT, Enforcement.class)
                .encode(
                    Enforcement.newBuilder()
                        .setSanctionId("s1")
                        .setSubjectId(subject)
                        .setKind(kind)
                        .setRuleId("1")
                        .setImposedAt(Instant.now())
                        .build());
    String record = Partitioning.key(subject, "sanction/s1");
    try {
      producer
          .send(
              new ProducerRecord<>(
                  Topics.MODERATION_ENFORCEMENT.name(),
                  Partitioning.ofKey(record, PARTITIONS),
                  record,
                  value))
          .get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A part of the service, for tests of what no request reaches. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  Client nobody() {
    return new Client(null, Map.of());
  }

  Client as(String token) {
    return new Client(token, Map.of());
  }

  Client operator() {
    return new Client(null, Map.of("X-Isegoria-Internal", SECRET));
  }

  /** Who asks, and with what. */
  final class Client {
    private final @Nullable String token;
    private final Map<String, String> headers;

    private Client(@Nullable String token, Map<String, String> headers) {
      this.token = token;
      this.headers = headers;
    }

    Client with(String header, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(header, value);
      return new Client(token, more);
    }

    Answer get(String path) {
      return ask("GET", path, null, null);
    }

    Answer post(String path) {
      return ask("POST", path, null, null);
    }

    Answer post(String path, Map<String, ?> body) {
      return ask("POST", path, JSON.writeValueAsString(body), "application/json");
    }

    Answer patch(String path, Map<String, ?> body) {
      return ask("PATCH", path, JSON.writeValueAsString(body), "application/json");
    }

    Answer form(String path, Map<String, String> fields) {
      String body =
          fields.entrySet().stream()
              .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return ask("POST", path, body, "application/x-www-form-urlencoded");
    }

    Answer ask(String method, String path, @Nullable String body, @Nullable String contentType) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path))
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      headers.forEach(request::header);
      if (token != null) {
        request.header(
            "Authorization",
            "Bearer " + signed.computeIfAbsent(token, t -> introspected(t).at("/jwt")));
      }
      if (contentType != null) {
        request.header("Content-Type", contentType);
      }
      return new Answer(send(request.build()));
    }
  }

  Answer introspected(String token) {
    return operator().form("/internal/tokens/introspect", Map.of("token", token));
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

    boolean flag(String name) {
      return json().path(name).asBoolean();
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
}
