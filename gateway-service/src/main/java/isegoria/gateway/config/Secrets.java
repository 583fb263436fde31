package isegoria.gateway.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one secret that the gateway holds: what proves to a service that the gateway asks. */
final class Secrets {
  private Secrets() {}

  /** Read once, at start, so that a missing file is noticed then. */
  static Supplier<String> internalSecret(@Nullable Path secretsDir) {
    if (secretsDir == null) {
      throw new IllegalStateException("isegoria.secrets-dir: unset (expected: a directory)");
    }
    try {
      String secret = Files.readString(secretsDir.resolve("internal-secret")).strip();
      return () -> secret;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "isegoria.secrets-dir: no readable internal-secret (expected: a text file)", e);
    }
  }
}
