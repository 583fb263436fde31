package isegoria.tests.platform;

import isegoria.infra.DevConfig;
import isegoria.infra.DevSystem;
import isegoria.infra.Secrets;
import isegoria.testkit.backing.ChildProcess;
import isegoria.testkit.backing.EmbeddedBacking;
import isegoria.testkit.backing.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Starts whole systems for proofs: compat profile, two of each service, files and ports apart. */
public final class Systems {
  /** Below what operating systems hand out for outgoing connections. */
  private static final int BASE_MAX = 12_000;

  private static final int BASE_MIN = 400;
  private static final int TRIES_MAX = 200;

  private Systems() {}

  /** Starts one on empty files below the project's build output. */
  public static DevSystem start(String name, int instances) {
    return start(name, instances, config -> config);
  }

  /** Starts one whose JVMs compile for long runs and not for a fast start: for long loads. */
  public static DevSystem startForLoad(String name, int instances) {
    return startForLoad(name, instances, config -> config);
  }

  /** The same, set up in a way of its own. */
  public static DevSystem startForLoad(String name, int instances, UnaryOperator<DevConfig> setUp) {
    System.setProperty(ChildProcess.SECOND_COMPILER_SOON, "true");
    try {
      return start(name, instances, setUp);
    } finally {
      System.clearProperty(ChildProcess.SECOND_COMPILER_SOON);
    }
  }

  /** Starts one that is set up in a way of its own. */
  public static DevSystem start(String name, int instances, UnaryOperator<DevConfig> setUp) {
    Path root = root();
    Path files = root.resolve("tests/target/systems/" + name);
    EmbeddedBacking.deleteRecursively(files);
    int base = freeBase(instances);
    DevConfig config =
        DevConfig.fromEnvironment(Map.of("ROOT", root.toString()))
            .withData(files)
            .withProfile("compat")
            .withInstances(instances)
            .withPorts(8080 + base, base);
    return DevSystem.start(setUp.apply(config), line -> System.out.println("  " + line));
  }

  /** A Kafka client's properties for who may do everything. */
  public static Map<String, Object> operator(DevConfig config) {
    String password = Secrets.in(config.secretsDirectory()).password("operator");
    return Map.of(
        "bootstrap.servers",
        config.kafkaBootstrapServers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " username=\"operator\" password=\"%s\";".formatted(password));
  }

  /** The project's directory, wherever in it this was started. */
  public static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("gateway-service"))) {
        return at;
      }
    }
    throw new IllegalStateException(here + ": not inside the project");
  }

  private static int freeBase(int instances) {
    var random = new Random();
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      int base = BASE_MIN + 100 * random.nextInt((BASE_MAX - BASE_MIN) / 100);
      if (Ports.isOpenToClients(8080 + base) && ports(base, instances).allMatch(Ports::isFree)) {
        return base;
      }
    }
    throw new IllegalStateException("ports: no free range found");
  }

  private static Stream<Integer> ports(int base, int instances) {
    Stream<Integer> nodes = Stream.of(8080, 9080, 17_000, 19_042, 19_092, 19_093);
    Stream<Integer> services =
        IntStream.range(0, instances)
            .boxed()
            .flatMap(instance ->
                List.of(8101, 8102, 8103, 8104).stream()
                    .flatMap(port -> Stream.of(port, port + 1_000))
                    .map(port -> port + 10 * instance));
    return Stream.concat(nodes, services).map(port -> port + base);
  }
}
