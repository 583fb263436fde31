package isegoria.tests.once;

import isegoria.testkit.backing.ChildProcess;
import isegoria.testkit.backing.Jdk;
import isegoria.testkit.backing.Ports;
import isegoria.tether.Tether;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One instance as its killer sees it: the same number and directory over all its restarts. */
final class Appender implements AutoCloseable {
  private static final Duration READY_MAX = Duration.ofSeconds(60);

  private final HttpClient http;
  private final String bootstrapServers;
  private final Path directory;
  private final int instance;
  private final Duration dedupeWindow;
  private final int port = Ports.free(1).getFirst();
  private @Nullable ChildProcess process;

  Appender(
      HttpClient http,
      String bootstrapServers,
      Path directory,
      int instance,
      Duration dedupeWindow) {
    this.http = http;
    this.bootstrapServers = bootstrapServers;
    this.directory = directory.resolve("appender-" + instance).toAbsolutePath();
    this.instance = instance;
    this.dedupeWindow = dedupeWindow;
  }

  int instance() {
    return instance;
  }

  Appender start() {
    process =
        ChildProcess.start(
            new ChildProcess.Command(
                "appender-" + instance,
                0,
                Jdk.require(25).java(),
                List.of(
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow"),
                classPath(),
                List.of(
                    Tether.class.getName(),
                    AppenderApp.class.getName(),
                    bootstrapServers,
                    Integer.toString(instance),
                    directory.resolve("state").toString(),
                    Integer.toString(port),
                    Long.toString(dedupeWindow.toMillis())),
                Map.of(),
                directory,
                directory.resolve("appender.log")));
    return this;
  }

  /** This process's own; absolute, because the child has a directory of its own. */
  private static List<String> classPath() {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getProperty("java.class.path"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .toList();
  }

  void awaitReady() {
    living().awaitReady(() -> word("/ready?", Duration.ofSeconds(2)).equals("true"), READY_MAX);
  }

  /** One word on what became of it; "unknown" when the instance is dead or dies meanwhile. */
  String append(String key, String id, String line) {
    return word("/append?" + key + "&" + id + "&" + line, Duration.ofSeconds(4));
  }

  /** Waits until a transaction is open in this instance and held there; false if none came. */
  boolean holdTransaction(Duration limit) {
    String path = "/snare?" + limit.toMillis();
    return word(path, limit.plusSeconds(2)).equals("true");
  }

  void kill() {
    living().kill();
  }

  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
  }

  private ChildProcess living() {
    if (process == null) {
      throw new IllegalStateException("appender " + instance + ": not started");
    }
    return process;
  }

  private String word(String path, Duration limit) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(limit)
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
