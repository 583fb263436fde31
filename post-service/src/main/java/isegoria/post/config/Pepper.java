package isegoria.post.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The secret that salts what is published of people's words. */
final class Pepper {

  /** Fewer bytes could be guessed. */
  private static final int BYTES_MIN = 32;

  private Pepper() {}

  static byte[] in(Path secretsDir) {
    Path file = secretsDir.resolve("pepper");
    try {
      byte[] pepper =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (pepper.length < BYTES_MIN) {
        throw new IllegalStateException(
            file + ": " + pepper.length + " bytes (expected: at least " + BYTES_MIN + ")");
      }
      return pepper;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          file + ": cannot be read (expected: random bytes in base64)", unreadable);
    }
  }
}
