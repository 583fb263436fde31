package isegoria.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Cassandra node on the loopback, in a JVM of JDK 17. Its data survive a restart on the same
 * directory, and what it acknowledged survives a kill -9 (its commit log is synced in groups).
 */
public final class EmbeddedCassandra {
  /** An OPTIONS request of the native protocol, version 4: any client may send it first. */
  private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

  private static final byte SUPPORTED = 6;
  private static final int ANSWER_MILLIS_MAX = 2_000;

  private final Settings settings;
  private @Nullable ChildProcess process;

  public EmbeddedCassandra(Settings settings) {
    this.settings = settings;
  }

  /**
   * How to run a node; {@code secured} asks for passwords and permissions. A {@code throwaway} node
   * saves itself the flushes that make tables and rows survive a kill: a table is made in a tenth
   * of the time.
   */
  public record Settings(
      Path directory,
      Path log,
      int port,
      int storagePort,
      int heapMegabytes,
      boolean secured,
      boolean throwaway) {}

  /** A node with default settings, open to anybody on the loopback. */
  public static EmbeddedCassandra on(Path directory, int port, int storagePort) {
    Path log = directory.resolve("cassandra.log");
    return new EmbeddedCassandra(
        new Settings(directory, log, port, storagePort, 1024, false, false));
  }

  /** A node with default settings whose data need not survive it. */
  public static EmbeddedCassandra throwaway(Path directory, int port, int storagePort) {
    Path log = directory.resolve("cassandra.log");
    return new EmbeddedCassandra(
        new Settings(directory, log, port, storagePort, 1024, false, true));
  }

  /** Starts it (again, after its end) without waiting. */
  public EmbeddedCassandra start() {
    Path directory = settings.directory();
    EngineStarts.note("cassandra", directory);
    Path yaml = directory.resolve("cassandra.yaml");
    Path logback = directory.resolve("logback.xml");
    try {
      Files.createDirectories(directory);
      Files.writeString(yaml, CassandraFiles.yaml(settings));
      Files.writeString(logback, CassandraFiles.logback());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> node = ClassPaths.of("cassandra");
    var classPath = new ArrayList<String>();
    classPath.add(ChildProcess.locationOf(isegoria.tether.Tether.class));
    classPath.addAll(node);
    var options = new ArrayList<>(CassandraFiles.jvmOptions(settings.heapMegabytes()));
    node.stream()
        .filter(jar -> jar.contains("jamm-"))
        .forEach(jar -> options.add("-javaagent:" + jar));
    if (settings.throwaway()) {
      options.add("-Dcassandra.test.flush_local_schema_changes=false");
    }
    options.add("-Dcassandra.config=" + yaml.toUri());
    options.add("-Dcassandra.storagedir=" + directory.resolve("storage"));
    options.add("-Dcassandra.logdir=" + directory);
    options.add("-Dlogback.configurationFile=" + logback);
    process =
        ChildProcess.start(
            new ChildProcess.Command(
                "cassandra",
                EmbeddedBacking.NICENESS,
                Jdk.require(17).java(),
                options,
                classPath,
                List.of("isegoria.tether.Tether", "org.apache.cassandra.service.CassandraDaemon"),
                Map.of(),
                directory,
                settings.log()));
    return this;
  }

  /** Waits until the node speaks the native protocol. */
  public EmbeddedCassandra awaitReady(Duration limit) {
    process().awaitReady(this::answers, limit);
    return this;
  }

  public InetSocketAddress contactPoint() {
    return new InetSocketAddress("127.0.0.1", settings.port());
  }

  /** The process of the last start. */
  public ChildProcess process() {
    if (process == null) {
      throw new IllegalStateException("cassandra: not started (expected: start() before)");
    }
    return process;
  }

  /** Whether it answers a client now. */
  public boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(contactPoint(), ANSWER_MILLIS_MAX);
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.getOutputStream().write(OPTIONS);
      byte[] header = socket.getInputStream().readNBytes(OPTIONS.length);
      return header.length == OPTIONS.length && header[4] == SUPPORTED;
    } catch (IOException e) {
      return false;
    }
  }
}
