package isegoria.testkit.backing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * The embedded pair of one build: the first test JVM that asks has it started, the JVMs of later
 * modules find it, and it ends with the build. One JVM at a time uses it. A JVM finds no topic of
 * the one before, since topics have the same names in all modules; keyspaces stay.
 */
final class BuildBacking implements Backing {
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Path directory;
  private final ProcessHandle build;
  private final String reason;
  private @Nullable FileChannel lease;
  private @Nullable PairAddresses pair;

  private BuildBacking(Path directory, ProcessHandle build, String reason) {
    this.directory = directory;
    this.build = build;
    this.reason = reason;
  }

  /** The pair of the build that started this JVM; empty when no build did. */
  static Optional<Backing> ofBuild(String reason) {
    return EngineStarts.buildDirectory()
        .flatMap(directory ->
            buildProcess().map(process -> new BuildBacking(directory, process, reason)));
  }

  /** The nearest JVM above this one is Maven: between them is at most a shell. */
  private static Optional<ProcessHandle> buildProcess() {
    return Stream.iterate(
            ProcessHandle.current().parent(),
            Optional::isPresent,
            above -> above.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .filter(above -> above.info().command().orElse("").endsWith("/java"))
        .findFirst();
  }

  @Override
  public String kafkaBootstrapServers() {
    return pair().kafka();
  }

  @Override
  public InetSocketAddress cassandraContactPoint() {
    return pair().cassandra();
  }

  @Override
  public String reason() {
    return reason;
  }

  /** The next JVM may have the pair, which ends with the build. */
  @Override
  public synchronized void close() {
    if (lease != null) {
      try {
        lease.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private synchronized PairAddresses pair() {
    if (pair == null) {
      lease = lease();
      PairAddresses found = PairAddresses.living(directory).orElseGet(this::start);
      deleteTopics(found.kafka());
      pair = found;
    }
    return pair;
  }

  /** Modules may be built in parallel: the next one waits here for the end of this JVM. */
  private FileChannel lease() {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve("lease"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var _ = channel.lock();
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(directory + ": cannot be locked", e);
    }
  }

  private PairAddresses start() {
    File log = directory.resolve("pair.log").toFile();
    List<String> command =
        List.of(
            Jdk.require(25).java().toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Disegoria.build=" + directory,
            "-cp",
            System.getProperty("java.class.path"),
            PairKeeper.class.getName(),
            directory.toString(),
            Long.toString(build.pid()));
    try {
      Process keeper =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start();
      long end = System.nanoTime() + READY_MAX.toNanos();
      while (keeper.isAlive() && System.nanoTime() < end) {
        // The one before has ended, or it would have been found.
        Optional<PairAddresses> started = PairAddresses.living(directory);
        if (started.isPresent()) {
          return started.get();
        }
        var _ = keeper.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
      }
      keeper.destroy();
      throw new IllegalStateException(
          "pair of the build: not ready within %s; %s says why".formatted(READY_MAX, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void deleteTopics(String servers) {
    try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
      admin.deleteTopics(admin.listTopics().names().get()).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("topics of the module before cannot be deleted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
