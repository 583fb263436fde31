package isegoria.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the development system writes down about itself while it runs. */
final class DevelopmentSystem {

  private static final JsonMapper JSON = new JsonMapper();

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "Data directory of the development system; default: data/dev.")
  private Path data = Path.of(System.getProperty("isegoria.root", "."), "data", "dev").normalize();

  /**
   * Ports of the processes with a name; fails when there is none.
   *
   * @param instead the option that says what is looked for here
   */
  List<Integer> ports(Pattern name, String what, String instead) {
    Path file = data.resolve("run.json");
    if (!Files.exists(file)) {
      throw CliException.unreachable(
          "no system runs at " + data + " (expected: make dev, or " + instead + ")");
    }
    List<Integer> ports = new ArrayList<>();
    for (JsonNode process : json(file).path("processes")) {
      if (name.matcher(process.path("name").asString("")).matches()) {
        ports.add(process.path("port").asInt());
      }
    }
    if (ports.isEmpty()) {
      throw CliException.unreachable(
          file + ": no " + what + " runs (expected: one, or " + instead + ")");
    }
    return ports;
  }

  /** Where one of its secrets lies. */
  Path secret(String name) {
    return data.resolve("secrets").resolve(name);
  }

  /** What stands in one of its files. */
  static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (JacksonException unreadable) {
      throw CliException.unreachable(file + ": unreadable (expected: JSON)");
    }
  }
}
