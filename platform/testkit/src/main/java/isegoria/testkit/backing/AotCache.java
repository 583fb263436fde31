package isegoria.testkit.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The AOT cache of one kind of process (JEP 483, 514, 515): its linked classes and the profiles of
 * their methods, recorded by a training run. A later start maps the classes and compiles at once
 * what the training run found hot.
 *
 * <p>A JVM takes a cache only if its own class path begins with the jars of the training run,
 * unchanged, and if it is the same build of the JVM. The file's name is a hash of both, so a cache
 * that would not fit is not found.
 */
public final class AotCache {
  private static final int KEY_LENGTH = 16;

  private static volatile boolean recording;

  private final Path directory;
  private final String kind;
  private final Path file;
  private final boolean possible;

  private AotCache(Path directory, String name, String key, boolean possible) {
    this.directory = directory;
    this.kind = name + "-";
    this.file = directory.resolve(kind + key + ".aot");
    this.possible = possible;
  }

  /** A process that starts during the run and has no cache records one and writes it at its end. */
  public static void recordDuring(Runnable run) {
    recording = true;
    try {
      run.run();
    } finally {
      recording = false;
    }
  }

  public static boolean isRecording() {
    return recording;
  }

  /**
   * The cache of a process.
   *
   * @param directory where caches of this kind are kept
   * @param jars what its class path begins with; a folder of classes cannot be cached
   */
  public static AotCache of(Path directory, String name, Jdk jdk, List<Path> jars) {
    boolean possible = jars.stream().allMatch(Files::isRegularFile);
    return new AotCache(directory, name, possible ? key(jdk, jars) : "none", possible);
  }

  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /** What the JVM is started with; nothing without a cache, and then it starts without one. */
  public List<String> jvmOptions() {
    if (exists()) {
      return List.of("-XX:AOTCache=" + file);
    }
    if (!isRecorded()) {
      return List.of();
    }
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(recorded());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written", e);
    }
    return List.of("-XX:AOTCacheOutput=" + recorded());
  }

  /** Whether the next process records it. */
  public boolean isRecorded() {
    return recording && possible && !exists();
  }

  /**
   * Takes what a recording process wrote at its end and drops the caches of other class paths.
   *
   * @return whether it is there now
   */
  public boolean publish() {
    try {
      if (Files.isRegularFile(recorded())) {
        deleteOthers();
        Files.move(recorded(), file, StandardCopyOption.ATOMIC_MOVE);
      }
      return exists();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be kept", e);
    }
  }

  /** Half a file must never be found under the final name. */
  private Path recorded() {
    return file.resolveSibling(file.getFileName() + ".recorded");
  }

  private void deleteOthers() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path each : files.toList()) {
        String other = String.valueOf(each.getFileName());
        if (other.startsWith(kind) && other.endsWith(".aot")) {
          Files.delete(each);
        }
      }
    }
  }

  private static String key(Jdk jdk, List<Path> jars) {
    var text = new StringBuilder();
    try {
      text.append(Files.readString(jdk.home().resolve("release")));
      for (Path jar : jars) {
        text.append(jar.getFileName())
            .append(' ')
            .append(Files.size(jar))
            .append(' ')
            .append(Files.getLastModifiedTime(jar).toMillis())
            .append('\n');
      }
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, KEY_LENGTH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
