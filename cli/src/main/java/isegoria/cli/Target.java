package isegoria.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which system a command is for. What is not said is read from what the development system writes
 * down about itself while it runs.
 */
final class Target {

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

  @Mixin private DevelopmentSystem development = new DevelopmentSystem();

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
    return development
        .ports(Pattern.compile(service + "(-\\d+)?"), service + "-service", "--service-url")
        .stream()
        .map(port -> URI.create("http://127.0.0.1:" + port))
        .toList();
  }

  private String secret() {
    Path file = secretFile == null ? development.secret("internal-secret") : secretFile;
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      throw CliException.unreachable(file + ": unreadable (expected: the internal secret)");
    }
  }
}
