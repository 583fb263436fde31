package isegoria.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The pair as child processes on free ports of the loopback, each started when first asked for. */
public final class EmbeddedBacking implements Backing {
  /** What is under way gets done before new work begins, where one machine runs everything. */
  public static final int NICENESS = 5;

  private static final Duration READY_MAX = Duration.ofSeconds(90);

  private final Path directory;
  private final String reason;
  private final boolean lasting;
  private @Nullable CompletableFuture<EmbeddedKafka> kafka;
  private @Nullable CompletableFuture<EmbeddedCassandra> cassandra;

  /** A pair for one test run: what it stores need not survive a kill. */
  public EmbeddedBacking(Path directory, String reason) {
    this(directory, reason, false);
  }

  private EmbeddedBacking(Path directory, String reason, boolean lasting) {
    this.directory = directory;
    this.reason = reason;
    this.lasting = lasting;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "backing-close"));
  }

  /** A pair whose Cassandra keeps what it acknowledged over a kill, as a system's does. */
  public static EmbeddedBacking lasting(Path directory) {
    return new EmbeddedBacking(directory, "embedded processes that may be killed", true);
  }

  /** Starts both without waiting for either. */
  public void startBoth() {
    var _ = kafkaStarting();
    var _ = cassandraStarting();
  }

  /** The broker, for a test that kills and restarts it. */
  public EmbeddedKafka kafka() {
    return kafkaStarting().join();
  }

  /** The node, for a test that kills and restarts it. */
  public EmbeddedCassandra cassandra() {
    return cassandraStarting().join();
  }

  @Override
  public String kafkaBootstrapServers() {
    return kafka().bootstrapServers();
  }

  @Override
  public InetSocketAddress cassandraContactPoint() {
    return cassandra().contactPoint();
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public synchronized void close() {
    if (kafka != null) {
      kafka.thenAccept(started -> started.process().kill()).exceptionally(_ -> null);
    }
    if (cassandra != null) {
      cassandra.thenAccept(started -> started.process().kill()).exceptionally(_ -> null);
    }
    ChildProcess.killUnder(directory);
    deleteRecursively(directory);
  }

  private synchronized CompletableFuture<EmbeddedKafka> kafkaStarting() {
    if (kafka == null) {
      List<Integer> ports = Ports.free(2);
      var node = EmbeddedKafka.on(directory.resolve("kafka"), ports.get(0), ports.get(1));
      kafka = inBackground(() -> node.start().awaitReady(READY_MAX), "kafka-start");
    }
    return kafka;
  }

  private synchronized CompletableFuture<EmbeddedCassandra> cassandraStarting() {
    if (cassandra == null) {
      List<Integer> ports = Ports.free(2);
      Path home = directory.resolve("cassandra");
      var node =
          lasting
              ? EmbeddedCassandra.on(home, ports.get(0), ports.get(1))
              : EmbeddedCassandra.throwaway(home, ports.get(0), ports.get(1));
      cassandra = inBackground(() -> node.start().awaitReady(READY_MAX), "cassandra-start");
    }
    return cassandra;
  }

  private static <T> CompletableFuture<T> inBackground(
      java.util.function.Supplier<T> work, String name) {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            result.complete(work.get());
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Deletes a directory with all that is in it; what is not there is no error. */
  public static void deleteRecursively(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
