package isegoria.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The settings that a service in production must not start with, one line each. */
final class ProductionChecks {

  /** Fewer characters could be guessed. */
  static final int SECRET_CHARACTERS_MIN = 32;

  private static final List<String> NEEDED =
      List.of(
          "isegoria.kafka.bootstrap-servers",
          "isegoria.kafka.username",
          "isegoria.kafka.password",
          "isegoria.cassandra.contact-points",
          "isegoria.cassandra.username",
          "isegoria.cassandra.password",
          "isegoria.secrets-dir",
          "isegoria.state-dir");

  private ProductionChecks() {}

  static void require(Environment environment) {
    List<String> found =
        environment.acceptsProfiles(Profiles.of("prod")) ? problems(environment) : List.of();
    if (!found.isEmpty()) {
      throw new IllegalStateException(String.join("\n", found));
    }
  }

  static List<String> problems(Environment environment) {
    var found = new ArrayList<String>();
    String origin = environment.getProperty("isegoria.origin", "unset");
    if (!origin.startsWith("https://")) {
      found.add("isegoria.origin: " + origin + " (expected: https://…)");
    }
    for (String key : NEEDED) {
      if (environment.getProperty(key, "").isBlank()) {
        found.add(key + ": unset (expected: set)");
      }
    }
    String secrets = environment.getProperty("isegoria.secrets-dir", "");
    if (!secrets.isBlank() && characters(Path.of(secrets)) < SECRET_CHARACTERS_MIN) {
      found.add(
          "internal-secret: short or missing (expected: at least "
              + SECRET_CHARACTERS_MIN
              + " characters)");
    }
    return found;
  }

  private static int characters(Path secretsDir) {
    try {
      return Files.readString(secretsDir.resolve("internal-secret")).strip().length();
    } catch (IOException absent) {
      return 0;
    }
  }
}
