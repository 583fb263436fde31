package isegoria.infra;

import isegoria.testkit.backing.EmbeddedBacking;
import isegoria.testkit.backing.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A service's runnable jar, unpacked beside it into one jar of its own classes and a folder of
 * libraries: that starts a third faster than jars within a jar.
 *
 * @param libraries what others have written, which changes with a version only
 * @param own what the project builds, the service's own classes last
 */
record UnpackedJar(String mainClass, List<Path> libraries, List<Path> own) {
  private static final int SECONDS_MAX = 60;

  UnpackedJar {
    libraries = List.copyOf(libraries);
    own = List.copyOf(own);
  }

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
      return read(jar);
    } catch (IOException e) {
      throw new DevException(executable + ": cannot be unpacked: " + e.getMessage(), e);
    }
  }

  private static UnpackedJar read(Path jar) throws IOException {
    var libraries = new ArrayList<Path>();
    var own = new ArrayList<Path>();
    try (var file = new JarFile(jar.toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      for (String entry : manifest.getValue(Attributes.Name.CLASS_PATH).split(" ")) {
        Path library = jar.resolveSibling(entry);
        (isOwn(library) ? own : libraries).add(library);
      }
      own.add(jar);
      return new UnpackedJar(manifest.getValue(Attributes.Name.MAIN_CLASS), libraries, own);
    }
  }

  private static boolean isOwn(Path library) throws IOException {
    try (var file = new JarFile(library.toFile())) {
      return file.getEntry("isegoria/") != null;
    }
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
}
