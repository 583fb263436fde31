package isegoria.infra;

import isegoria.testkit.backing.ChildProcess;
import isegoria.testkit.backing.Jdk;
import isegoria.tether.Tether;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How one instance of one service is run: its command line, its environment, its readiness. */
final class ServiceProcess {
  private static final Duration HEALTH_MAX = Duration.ofSeconds(2);
  private static final List<String> JVM_OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xshare:auto",
          "-Xlog:cds=off",
          "-Xlog:cds+dynamic=off",
          "-Xss512k",
          "-Xms48m");

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(HEALTH_MAX)
          .build();

  private final DevConfig config;
  private final Secrets secrets;
  private final ServiceKind kind;
  private final int instance;

  ServiceProcess(DevConfig config, Secrets secrets, ServiceKind kind, int instance) {
    this.config = config;
    this.secrets = secrets;
    this.kind = kind;
    this.instance = instance;
  }

  ManagedProcess part() {
    return new ManagedProcess(
        name(), kind.port(config, instance), stateDirectory(), this::start, this::isReady);
  }

  private String name() {
    return kind.label() + "-" + instance;
  }

  private Path stateDirectory() {
    return config.data().resolve("state").resolve(name());
  }

  private ChildProcess start() {
    UnpackedJar unpacked = UnpackedJar.of(kind.jar(config));
    var arguments = new ArrayList<String>();
    arguments.add(Tether.class.getName());
    arguments.add(unpacked.mainClass());
    arguments.addAll(arguments());
    return ChildProcess.start(
        new ChildProcess.Command(
            name(),
            kind.niceness(),
            Jdk.require(25).java(),
            jvmOptions(unpacked),
            List.of(ChildProcess.locationOf(Tether.class), unpacked.jar().toString()),
            arguments,
            environment(),
            stateDirectory(),
            config.logsDirectory().resolve(name() + ".log")));
  }

  private List<String> jvmOptions(UnpackedJar unpacked) {
    var options = new ArrayList<>(JVM_OPTIONS);
    options.add("-Xmx" + kind.heapMegabytes() + "m");
    options.add("-XX:SharedArchiveFile=" + unpacked.classArchive());
    if (instance == 0) {
      options.add("-XX:+AutoCreateSharedArchive");
    }
    return options;
  }

  private List<String> arguments() {
    var given = new LinkedHashMap<String, Object>();
    given.put("spring.profiles.active", config.profile());
    given.put("server.port", kind.port(config, instance));
    given.put("server.address", kind == ServiceKind.GATEWAY ? config.bind() : "127.0.0.1");
    given.put("management.server.port", kind.managementPort(config, instance));
    given.put("management.server.address", "127.0.0.1");
    given.put("isegoria.origin", config.origin());
    given.put("isegoria.instance", instance);
    given.put("isegoria.state-dir", stateDirectory().resolve("streams"));
    given.put("isegoria.secrets-dir", config.secretsDirectory());
    given.put("isegoria.kafka.bootstrap-servers", config.kafkaBootstrapServers());
    given.put("isegoria.kafka.partitions", config.partitions());
    if (kind == ServiceKind.GATEWAY) {
      for (ServiceKind upstream : ServiceKind.behindTheGateway()) {
        given.put("isegoria.upstreams." + upstream.label(), addresses(upstream));
      }
    } else {
      given.put("isegoria.cassandra.contact-points", config.cassandraContactPoints());
      given.put("isegoria.cassandra.local-datacenter", "datacenter1");
      given.put("isegoria.cassandra.replication-factor", 1);
      if (config.instances() == 1) {
        // A copy needs another instance; without one, every rebalance would warn of it.
        given.put("isegoria.standbys", 0);
      }
    }
    var arguments = new ArrayList<String>();
    given.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    for (String addressee : List.of("*", kind.label(), name())) {
      arguments.addAll(config.arguments().getOrDefault(addressee, List.of()));
    }
    return arguments;
  }

  private String addresses(ServiceKind upstream) {
    return IntStream.range(0, upstream.instances(config))
        .mapToObj(each -> "http://127.0.0.1:" + upstream.port(config, each))
        .collect(Collectors.joining(","));
  }

  /** Passwords go by the environment: a command line is readable by everybody on the machine. */
  private Map<String, String> environment() {
    if (!config.secured()) {
      return Map.of();
    }
    String password = secrets.password(kind.label());
    return Map.of(
        "ISEGORIA_KAFKA_USERNAME",
        kind.label(),
        "ISEGORIA_KAFKA_PASSWORD",
        password,
        "ISEGORIA_CASSANDRA_USERNAME",
        kind.label(),
        "ISEGORIA_CASSANDRA_PASSWORD",
        password);
  }

  private boolean isReady() {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/actuator/health/readiness"
                .formatted(kind.managementPort(config, instance)));
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(uri).timeout(HEALTH_MAX).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
