package isegoria.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Notes every start of a broker or a node during a build, in a file that the end of the build holds
 * against its limit: engines are most of what a build waits for.
 */
final class EngineStarts {
  private EngineStarts() {}

  /** One line for each start: which engine, and where its files are. */
  static void note(String engine, Path directory) {
    buildDirectory().ifPresent(build -> append(build, engine + " " + directory));
  }

  /** Where a build keeps what its modules share; empty outside a build. */
  static Optional<Path> buildDirectory() {
    return Optional.ofNullable(System.getProperty("isegoria.build")).map(Path::of);
  }

  private static void append(Path build, String line) {
    try {
      Files.createDirectories(build);
      Files.writeString(
          build.resolve("engine-starts"),
          line + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
