package isegoria.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker (KRaft, broker and controller in one process) on the loopback. Its data survive
 * a restart on the same directory.
 */
public final class EmbeddedKafka {
  /** Every node formats its own storage, so one readable id serves all. */
  private static final String CLUSTER_ID = "aXNlZ29yaWEtZGV2LTAwMQ";

  /** What the platform relies on in a broker, whichever way it is started. */
  static final Map<String, String> BROKER_SETTINGS =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "3"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          // A decider's next transaction begins before the markers of its last one are written; the
          // broker looks again after this, and a caller waits for each command.
          Map.entry("add.partitions.to.txn.retry.backoff.ms", "2"),
          // A killed instance's open transaction silences readers until it is aborted.
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          Map.entry("group.initial.rebalance.delay.ms", "0"));

  /** Small, because one broker on one machine holds a few hundred quiet partitions. */
  private static final Map<String, String> SIZES =
      Map.ofEntries(
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"),
          Map.entry("num.recovery.threads.per.data.dir", "2"),
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          Map.entry("log.cleaner.io.buffer.size", "262144"),
          Map.entry("log.segment.bytes", "67108864"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("offsets.topic.segment.bytes", "16777216"),
          Map.entry("transaction.state.log.segment.bytes", "16777216"),
          Map.entry("metadata.log.segment.bytes", "16777216"),
          Map.entry("metadata.log.max.record.bytes.between.snapshots", "1048576"),
          Map.entry("log.retention.check.interval.ms", "60000"));

  private final Settings settings;
  private @Nullable ChildProcess process;

  public EmbeddedKafka(Settings settings) {
    this.settings = settings;
  }

  /**
   * How to run a broker. {@code overrides} are broker properties that win over ours, {@code client}
   * what the readiness check needs to connect, {@code format} further arguments of the storage's
   * format.
   */
  public record Settings(
      Path directory,
      Path log,
      int port,
      int controllerPort,
      int heapMegabytes,
      Map<String, String> overrides,
      Map<String, String> client,
      List<String> format) {
    public Settings {
      overrides = Map.copyOf(overrides);
      client = Map.copyOf(client);
      format = List.copyOf(format);
    }
  }

  /** A broker with default settings. */
  public static EmbeddedKafka on(Path directory, int port, int controllerPort) {
    Path log = directory.resolve("kafka.log");
    return new EmbeddedKafka(
        new Settings(directory, log, port, controllerPort, 512, Map.of(), Map.of(), List.of()));
  }

  /** Starts it (again, after its end) without waiting. */
  public EmbeddedKafka start() {
    Path directory = settings.directory();
    EngineStarts.note("kafka", directory);
    Path properties = directory.resolve("broker.properties");
    write(properties, render());
    var classPath = new ArrayList<String>();
    classPath.add(ChildProcess.locationOf(isegoria.tether.Tether.class));
    classPath.addAll(ClassPaths.of("kafka"));
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("isegoria.tether.KafkaNode", properties.toString(), CLUSTER_ID));
    arguments.addAll(settings.format());
    process =
        ChildProcess.start(
            new ChildProcess.Command(
                "kafka",
                EmbeddedBacking.NICENESS,
                Jdk.require(25).java(),
                List.of(
                    "-Xms96m",
                    "-Xmx" + settings.heapMegabytes() + "m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"),
                classPath,
                arguments,
                Map.of(),
                directory,
                settings.log()));
    return this;
  }

  /** Waits until the broker answers a client. */
  public EmbeddedKafka awaitReady(Duration limit) {
    process().awaitReady(this::answers, limit);
    return this;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  /** The process of the last start. */
  public ChildProcess process() {
    if (process == null) {
      throw new IllegalStateException("kafka: not started (expected: start() before)");
    }
    return process;
  }

  /** Whether it answers a client now. */
  public boolean answers() {
    if (!Ports.answers(settings.port())) {
      return false;
    }
    Map<String, Object> config = new HashMap<>(settings.client());
    config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
    config.put(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, 20L);
    config.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    try (Admin admin = Admin.create(config)) {
      return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String render() {
    int controller = settings.controllerPort();
    var all = new TreeMap<String, String>(BROKER_SETTINGS);
    all.putAll(SIZES);
    all.put("process.roles", "broker,controller");
    all.put("node.id", "1");
    all.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    all.put("controller.listener.names", "CONTROLLER");
    all.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(settings.port(), controller));
    all.put("log.dirs", settings.directory().resolve("log").toString());
    all.putAll(settings.overrides());
    var text = new StringBuilder();
    all.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString();
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
