package isegoria.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that says what a thing looks like, so that a change of it is a reviewed difference.
 *
 * <p>{@code make golden} (the system property {@code golden=true}) rewrites it.
 */
public final class Golden {

  private final Path file;

  private Golden(Path file) {
    this.file = file;
  }

  /** The golden of that name under {@code src/test/resources/golden} of the module under test. */
  public static Golden file(String name) {
    return new Golden(Path.of("src/test/resources/golden").resolve(name));
  }

  /** A golden that is part of the product, wherever it is. */
  public static Golden at(Path file) {
    return new Golden(file);
  }

  /** A golden for readers, under {@code docs/generated} of the project. */
  public static Golden generated(String name) {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.exists(root.resolve("CONTRIBUTING.md"))) {
      root = root.getParent();
    }
    if (root == null) {
      throw new IllegalStateException("project root: not found (expected: above the module)");
    }
    return new Golden(root.resolve("docs/generated").resolve(name));
  }

  /** Its lines as they stand; none where it is not there yet. */
  List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void matches(String actual) {
    String text = actual.endsWith("\n") ? actual : actual + "\n";
    try {
      if (Boolean.getBoolean("golden")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
      }
      assertThat(file).as("golden: run make golden").exists();
      assertThat(text)
          .as(file + ": changed; run make golden and review the difference")
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
