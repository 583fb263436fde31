package isegoria.infra;

import isegoria.testkit.backing.EmbeddedBacking;
import isegoria.testkit.backing.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * A service's runnable jar, unpacked beside it into one jar of its own classes and a folder of
 * libraries: that starts a third faster than jars within a jar.
 */
record UnpackedJar(Path jar, String mainClass) {
  private static final int SECONDS_MAX = 60;

  /** Unpacks when the jar has changed since; several launchers may do so at once. */
  static UnpackedJar of(Path executable) {
    Path directory = executable.resolveSibling("unpacked");
    Path jar = directory.resolve(executable.getFileName());
    try {
      FileTime built = Files.getLastModifiedTime(executable);
      synchronized (UnpackedJar.class) {
        if (!Files.exists(jar) || !Files.getLastModifiedTime(jar).equals(built)) {
          Path fresh = executable.resolveSibling("unpacked-" + ProcessHandle.current().pid());
          EmbeddedBacking.deleteRecursively(fresh);
          extract(executable, fresh);
          EmbeddedBacking.deleteRecursively(directory);
          Files.setLastModifiedTime(fresh.resolve(jar.getFileName()), built);
          Files.move(fresh, directory);
        }
      }
      return new UnpackedJar(jar, mainClass(executable));
    } catch (IOException e) {
      throw new DevException(executable + ": cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** Where a JVM keeps its loaded classes at its end, to map them at the next start. */
  Path classArchive() {
    return jar.resolveSibling("classes.jsa");
  }

  private static void extract(Path executable, Path into) throws IOException {
    Process process =
        new ProcessBuilder(
                Jdk.require(25).java().toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                executable.toString(),
                "extract",
                "--destination",
                into.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("its tools mode failed (expected: a Spring Boot jar)");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String mainClass(Path executable) throws IOException {
    try (var file = new JarFile(executable.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Start-Class");
    }
  }
}
