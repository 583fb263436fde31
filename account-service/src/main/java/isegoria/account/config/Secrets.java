package isegoria.account.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the secrets folder that only this service reads. */
record Secrets(Path folder) {

  /** The private key that signs for other services; read again when it is asked for. */
  String signingKey() {
    return text("signing-key.json");
  }

  private String text(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + ": cannot be read", unreadable);
    }
  }
}
