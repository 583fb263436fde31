package isegoria.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which system a command is for. What is not said is read from what the development system writes
 * down about itself while it runs.
 */
final class Target {

  private static final JsonMapper JSON = new JsonMapper();

  @Option(
      names = "--service-url",
      paramLabel = "URL",
      description = "Address of the service; default: that of the running development system.")
  private @Nullable URI serviceUrl;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "File with the internal secret; default: DATA/secrets/internal-secret.")
  private @Nullable Path secretFile;

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "Data directory of the development system; default: data/dev.")
  private Path data = Path.of(System.getProperty("isegoria.root", "."), "data", "dev").normalize();

  /** The first instance of a service. */
  OperatorApi api(String service) {
    return apis(service).getFirst();
  }

  /** Every instance of a service. */
  List<OperatorApi> apis(String service) {
    URI given = serviceUrl;
    List<URI> addresses = given == null ? discovered(service) : List.of(given);
    String secret = secret();
    return addresses.stream().map(address -> new OperatorApi(address, secret)).toList();
  }

  private List<URI> discovered(String service) {
    Path file = data.resolve("run.json");
    if (!Files.exists(file)) {
      throw Failure.unreachable(
          "no system runs at " + data + " (expected: make dev, or --service-url)");
    }
    List<URI> addresses = new ArrayList<>();
    try {
      for (JsonNode process : JSON.readTree(file.toFile()).path("processes")) {
        if (process.path("name").asString("").matches(service + "(-\\d+)?")) {
          addresses.add(URI.create("http://127.0.0.1:" + process.path("port").asInt()));
        }
      }
    } catch (JacksonException unreadable) {
      throw Failure.unreachable(file + ": unreadable (expected: JSON)");
    }
    if (addresses.isEmpty()) {
      throw Failure.unreachable(
          file + ": no " + service + "-service runs (expected: one, or --service-url)");
    }
    return addresses;
  }

  private String secret() {
    Path file =
        secretFile == null ? data.resolve("secrets").resolve("internal-secret") : secretFile;
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw Failure.unreachable(file + ": unreadable (expected: the internal secret)");
    }
  }
}
