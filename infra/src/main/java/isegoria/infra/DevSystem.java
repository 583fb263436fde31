package isegoria.infra;

import isegoria.testkit.backing.EmbeddedCassandra;
import isegoria.testkit.backing.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform on one machine, as processes that end with this one. {@code make dev} runs
 * one; tests run their own beside it and kill and restart its parts.
 */
public final class DevSystem implements AutoCloseable {
  private static final Duration READY_MAX = Duration.ofMinutes(8);
  private static final Duration SERVICE_STOP_MAX = Duration.ofSeconds(12);
  private static final Duration NODE_STOP_MAX = Duration.ofSeconds(15);
  private static final Duration LEFTOVERS_END_MAX = Duration.ofSeconds(15);

  private final DevConfig config;
  private final Progress progress;
  private final List<ManagedProcess> parts = Collections.synchronizedList(new ArrayList<>());
  private @Nullable FileChannel lockFile;
  private boolean closed;

  private DevSystem(DevConfig config, Progress progress) {
    this.config = config;
    this.progress = progress;
  }

  /**
   * Starts everything and waits until all is ready.
   *
   * @throws DevException with one line per reason, when it cannot
   */
  public static DevSystem start(DevConfig config, Progress progress) {
    var system = new DevSystem(config, progress);
    var hook = new Thread(system::close, "dev-system-close");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      system.bringUp();
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  public DevConfig config() {
    return config;
  }

  public URI origin() {
    return config.origin();
  }

  /** All processes, in the order of their start. */
  public List<ManagedProcess> parts() {
    return List.copyOf(parts);
  }

  /** A process by its name: kafka, cassandra, gateway-0, account-1 … */
  public ManagedProcess part(String name) {
    return parts.stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "part: %s (expected: one of %s)"
                    .formatted(name, parts.stream().map(ManagedProcess::name).toList())));
  }

  /** A process that ended by itself, if there is one. */
  public Optional<ManagedProcess> failed() {
    return parts().stream().filter(ManagedProcess::hasFailed).findFirst();
  }

  /** Stops everything: services first, so that they can still leave their groups. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    List<ManagedProcess> nodes = parts().stream().filter(DevSystem::isNode).toList();
    List<ManagedProcess> services = parts().stream().filter(part -> !isNode(part)).toList();
    stop(services, SERVICE_STOP_MAX);
    stop(nodes, NODE_STOP_MAX);
    if (lockFile != null) {
      RunFile.delete(config.runFile());
      try {
        lockFile.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void bringUp() {
    lock();
    awaitLeftovers();
    List<String> missing = Prerequisites.missing(config);
    if (!missing.isEmpty()) {
      throw new DevException(String.join(System.lineSeparator(), missing));
    }
    Secrets secrets = Secrets.in(config.secretsDirectory());
    keepLastLogs();
    Access access = Access.of(config, secrets);
    var kafka = start(kafka(access), () -> bringUpKafka(access));
    var cassandra = start(cassandra(), access::bringUpCassandra);
    // The nodes do not keep every core busy at their start.
    var unpacked = CompletableFuture.runAsync(this::unpack, Thread::startVirtualThread);
    join(List.of(kafka, cassandra, unpacked));
    var services = new ArrayList<CompletableFuture<Void>>();
    for (ServiceKind kind : ServiceKind.values()) {
      for (int instance = 0; instance < kind.instances(config); instance++) {
        var part = new ServiceProcess(config, secrets, kind, instance).part();
        services.add(start(part, () -> {}));
      }
    }
    join(services);
  }

  private void unpack() {
    for (ServiceKind kind : ServiceKind.values()) {
      if (kind.instances(config) > 0) {
        UnpackedJar.of(kind.jar(config));
      }
    }
  }

  private CompletableFuture<Void> start(ManagedProcess part, Runnable afterwards) {
    parts.add(part);
    return CompletableFuture.runAsync(
        () -> {
          part.start();
          writeRunFile();
          part.awaitReady(READY_MAX);
          afterwards.run();
          progress.say(
              "%-14s ready after %4.1f s  pid %d, port %d"
                  .formatted(
                      part.name(),
                      part.process().age().toMillis() / 1000.0,
                      part.pid(),
                      part.port()));
        },
        Thread::startVirtualThread);
  }

  private ManagedProcess kafka(Access access) {
    var node = new EmbeddedKafka(access.kafkaSettings());
    return new ManagedProcess(
        "kafka",
        config.kafkaPort(),
        config.data().resolve("kafka"),
        () -> node.start().process(),
        node::answers);
  }

  private ManagedProcess cassandra() {
    Path directory = config.data().resolve("cassandra");
    var node =
        new EmbeddedCassandra(
            new EmbeddedCassandra.Settings(
                directory,
                config.logsDirectory().resolve("cassandra.log"),
                config.cassandraPort(),
                config.cassandraStoragePort(),
                1024,
                config.secured(),
                false));
    return new ManagedProcess(
        "cassandra",
        config.cassandraPort(),
        directory,
        () -> node.start().process(),
        node::answers);
  }

  private void bringUpKafka(Access access) {
    try (Admin admin = Admin.create(access.operator())) {
      access.bringUpKafka(admin);
      int created = new KafkaTopics(admin).bringUp(config.partitions());
      if (created > 0) {
        progress.say("%-14s %d created".formatted("topics", created));
      }
    }
  }

  /** What runs is on disk from the first process on, so that a killed launcher's can be found. */
  public synchronized void writeRunFile() {
    var entries = new ArrayList<RunFile.Entry>();
    entries.add(
        RunFile.Entry.of("launcher", ProcessHandle.current(), config.publicPort(), config.data()));
    for (ManagedProcess part : parts()) {
      if (part.isAlive()) {
        entries.add(
            RunFile.Entry.of(
                part.name(),
                ProcessHandle.of(part.pid()).orElseThrow(),
                part.port(),
                part.directory()));
      }
    }
    RunFile.write(config.runFile(), new RunFile.Content(config.origin().toString(), entries));
  }

  private void lock() {
    try {
      Files.createDirectories(config.data());
      FileChannel channel =
          FileChannel.open(
              config.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new DevException(
            config.data() + ": in use by a running system; run make stop, or set DATA and BASE");
      }
      lockFile = channel;
    } catch (IOException e) {
      throw new DevException(config.data() + ": cannot be written; set DATA elsewhere", e);
    }
  }

  /** Kept until the channel is closed; a lock of this JVM is an exception, of another one null. */
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Children of a killed launcher are closing their files: waits for them, then kills them. */
  private void awaitLeftovers() {
    Optional<RunFile.Content> last = RunFile.read(config.runFile());
    if (last.isEmpty()) {
      return;
    }
    List<ProcessHandle> leftovers =
        last.get().entries().stream().flatMap(entry -> entry.alive().stream()).toList();
    if (!leftovers.isEmpty()) {
      progress.say("waiting for %d processes of the last run".formatted(leftovers.size()));
    }
    for (ProcessHandle leftover : leftovers) {
      try {
        leftover.onExit().orTimeout(LEFTOVERS_END_MAX.toSeconds(), TimeUnit.SECONDS).join();
      } catch (CompletionException e) {
        leftover.destroyForcibly();
        leftover.onExit().join();
      }
    }
    RunFile.delete(config.runFile());
  }

  private void keepLastLogs() {
    try {
      Files.createDirectories(config.logsDirectory());
      List<Path> logs;
      try (var files = Files.list(config.logsDirectory())) {
        logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      }
      for (Path log : logs) {
        Path last = log.resolveSibling(log.getFileName() + ".last");
        Files.move(log, last, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNode(ManagedProcess part) {
    return part.name().equals("kafka") || part.name().equals("cassandra");
  }

  private static void stop(List<ManagedProcess> stopping, Duration grace) {
    stopping.forEach(ManagedProcess::requestStop);
    stopping.forEach(part -> part.awaitStop(grace));
  }

  /** Waits for all, or for the first that fails. */
  private static void join(List<CompletableFuture<Void>> starting) {
    var done = new CompletableFuture<Void>();
    for (CompletableFuture<Void> each : starting) {
      var _ =
          each.exceptionally(failure -> {
            done.completeExceptionally(failure);
            return null;
          });
    }
    var _ =
        CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new))
            .thenRun(() -> done.complete(null));
    try {
      done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
