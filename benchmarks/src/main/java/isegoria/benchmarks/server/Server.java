package isegoria.benchmarks.server;

import isegoria.testkit.backing.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server's process; it ends with this one. */
public final class Server implements AutoCloseable {
  private static final Duration READY_MAX = Duration.ofSeconds(30);
  private static final Duration END_MAX = Duration.ofSeconds(10);

  /** Where Debian keeps what is not on the path: one directory for each version. */
  private static final Path DEBIAN_POSTGRESQL = Path.of("/usr/lib/postgresql");

  private final Process process;
  private final int port;

  private Server(Process process, int port) {
    this.process = process;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "server-close"));
  }

  /** Redis, which writes what it is told to a file that is synced every second. */
  public static Optional<Server> redis(Path directory) {
    return program("redis-server")
        .map(program -> {
          int port = freePort();
          var command =
              List.of(
                  program.toString(),
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "yes",
                  "--appendfsync",
                  "everysec",
                  "--dir",
                  directory.toString());
          return start(command, directory, port);
        });
  }

  /** PostgreSQL with an empty database {@code postgres} and half a gigabyte of buffers. */
  public static Optional<Server> postgres(Path directory) {
    return program("initdb")
        .flatMap(initdb ->
            program("postgres")
                .map(postgres -> {
                  int port = freePort();
                  Path data = directory.resolve("data");
                  var owner = new ArrayList<String>();
                  if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
                    // It refuses to run as root.
                    owner.addAll(
                        List.of(
                            "setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
                    run(List.of("chown", "postgres", create(directory).toString()), directory);
                    run(
                        List.of("chmod", "a+x", "" + directory.toAbsolutePath().getParent()),
                        directory);
                  }
                  run(
                      and(
                          owner,
                          List.of(
                              initdb.toString(), "-A", "trust", "-U", "postgres", "-D", "" + data)),
                      directory);
                  List<String> command =
                      and(
                          owner,
                          List.of(
                              postgres.toString(),
                              "-D",
                              data.toString(),
                              "-p",
                              Integer.toString(port),
                              "-h",
                              "127.0.0.1",
                              "-k",
                              directory.toString(),
                              "-c",
                              "shared_buffers=512MB"));
                  return start(command, directory, port);
                }));
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  private static Server start(List<String> command, Path directory, int port) {
    var server = new Server(started(command, directory), port);
    long end = System.nanoTime() + READY_MAX.toNanos();
    while (!Ports.answers(port)) {
      if (System.nanoTime() > end || !server.process.isAlive()) {
        throw new IllegalStateException(
            command + ": not ready; its log is in " + directory.resolve("server.log"));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return server;
  }

  private static void run(List<String> command, Path directory) {
    try {
      Process process = started(command, directory);
      if (!process.waitFor(READY_MAX.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(
            command + ": failed; its log is in " + directory.resolve("server.log"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Process started(List<String> command, Path directory) {
    try {
      File log = create(directory).resolve("server.log").toFile();
      return new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path create(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> and(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private static int freePort() {
    return Ports.free(1).getFirst();
  }

  /** The program on the path, or Debian's newest. */
  private static Optional<Path> program(String name) {
    var directories = new ArrayList<Path>();
    for (String directory : System.getenv("PATH").split(File.pathSeparator)) {
      directories.add(Path.of(directory));
    }
    if (Files.isDirectory(DEBIAN_POSTGRESQL)) {
      try (Stream<Path> versions = Files.list(DEBIAN_POSTGRESQL)) {
        versions
            .sorted(
                Comparator.comparingDouble(
                    version -> -Double.parseDouble("" + version.getFileName())))
            .map(version -> version.resolve("bin"))
            .forEach(directories::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return directories.stream()
        .map(directory -> directory.resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_MAX.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
