package isegoria.testkit.backing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The class paths that infra/kafka and infra/cassandra resolved when they were built. */
final class ClassPaths {
  private ClassPaths() {}

  static List<String> of(String node) {
    String resource = "/isegoria/backing/" + node + ".classpath";
    try (InputStream in = ClassPaths.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + ": not on the class path (expected: infra/" + node + " to be built)");
      }
      String line = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return List.of(line.split(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
