package isegoria.testkit.backing;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one pair of a JVM, chosen once: given from outside, else containers, else embedded. */
final class SharedBacking {
  private static @Nullable Backing shared;

  private SharedBacking() {}

  static synchronized Backing get() {
    Backing present = shared;
    if (present == null) {
      present = choose();
      shared = present;
      System.err.println("backing services: " + present.reason());
    }
    return present;
  }

  private static Backing choose() {
    Optional<String> kafka = setting("ISEGORIA_TEST_KAFKA");
    Optional<String> cassandra = setting("ISEGORIA_TEST_CASSANDRA");
    if (kafka.isPresent() && cassandra.isPresent()) {
      return new GivenBacking(kafka.get(), address(cassandra.get()));
    }
    Docker docker = Docker.look();
    if (docker.usable()) {
      return new ContainerBacking();
    }
    return new EmbeddedBacking(directory(), "embedded processes, because " + docker.finding());
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
        .filter(value -> !value.isBlank());
  }

  private static InetSocketAddress address(String hostAndPort) {
    int colon = hostAndPort.lastIndexOf(':');
    return InetSocketAddress.createUnresolved(
        hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
  }

  /** Beside the module's build output, so that a clean removes what a killed test left. */
  private static Path directory() {
    Path target = Path.of("target").toAbsolutePath();
    Path parent =
        Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
    return parent.resolve("backing-" + ProcessHandle.current().pid());
  }

  private record GivenBacking(String kafkaBootstrapServers, InetSocketAddress cassandraContactPoint)
      implements Backing {
    @Override
    public String reason() {
      return "given: Kafka " + kafkaBootstrapServers + ", Cassandra " + cassandraContactPoint;
    }

    @Override
    public void close() {
      // The process that started them stops them.
    }
  }
}
