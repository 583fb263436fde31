package isegoria.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The secret of the platform with which names, addresses and words are hashed. */
public final class Pepper {

  /** Fewer bytes could be guessed. */
  static final int BYTES_MIN = 32;

  private Pepper() {}

  /** Reads the file {@code pepper} of the secrets folder. */
  public static byte[] in(Path secretsDir) {
    Path file = secretsDir.resolve("pepper");
    try {
      return Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          file + ": cannot be read (expected: random bytes in base64)", unreadable);
    }
  }
}
