package isegoria.tests.sweep;

import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
import isegoria.infra.ServiceKind;
import isegoria.tests.platform.Flush;
import isegoria.tests.sweep.Place.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Everything that a running system keeps or shows, written out and searched. */
final class SystemSearch {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final List<String> PAGES = List.of("prometheus", "health", "health/readiness");

  private final DevSystem system;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SystemSearch(DevSystem system) {
    this.system = system;
  }

  /** Files, metrics and command lines, as they are now. */
  SearchResult look(List<Mark> marks, boolean compacted) throws IOException {
    Flush.all(system.part("cassandra").pid(), compacted);
    FileSearch look = new FileSearch(marks).files(system.config().data());
    for (ManagedProcess part : system.parts()) {
      Path line = Path.of("/proc", Long.toString(part.pid()), "cmdline");
      look.text(Kind.COMMAND_LINE, part.name(), Files.readAllBytes(line));
      if (part.name().matches(".*-\\d+")) {
        for (String page : PAGES) {
          look.text(Kind.METRICS, part.name(), page(part.name(), page));
        }
      }
    }
    return look.found();
  }

  private byte[] page(String part, String page) {
    int dash = part.lastIndexOf('-');
    ServiceKind kind = ServiceKind.valueOf(part.substring(0, dash).toUpperCase(Locale.ROOT));
    int instance = Integer.parseInt(part.substring(dash + 1));
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/actuator/%s"
                .formatted(kind.managementPort(system.config(), instance), page));
    try {
      return http.send(
              HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
