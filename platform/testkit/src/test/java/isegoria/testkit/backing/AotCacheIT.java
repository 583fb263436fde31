package isegoria.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tether.Tether;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM records a cache and takes it, and starts all the same when there is none that fits. */
final class AotCacheIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String FROM_CACHE = Tether.class.getName() + " source: shared objects file";

  @TempDir Path directory;

  private Path library;
  private Path own;

  @BeforeEach
  void build_a_library_and_a_program() throws IOException {
    library = jar("library.jar", Tether.class);
    own = jar("own.jar", Program.class);
  }

  @Test
  void a_cache_outlives_builds_of_the_program() throws Exception {
    AotCache recorded = cache();
    AotCache.recordDuring(() -> assertThat(run(recorded)).contains("the program ran"));
    assertThat(recorded.exists()).as("before it is published").isFalse();
    assertThat(recorded.publish()).isTrue();
    assertThat(recorded.isRecorded()).isFalse();

    Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));

    assertThat(cache().exists()).isTrue();
    assertThat(run(cache())).contains("the program ran", FROM_CACHE);
  }

  @Test
  void another_library_has_another_cache_and_starts_without() throws Exception {
    AotCache before = cache();
    AotCache.recordDuring(() -> run(before));
    assertThat(before.publish()).isTrue();

    Files.setLastModifiedTime(library, FileTime.from(Instant.EPOCH));

    assertThat(cache().exists()).isFalse();
    assertThat(cache().jvmOptions()).isEmpty();
    assertThat(run(before)).as("with the cache that does not fit").contains("the program ran");
  }

  @Test
  void a_new_cache_replaces_that_of_the_library_before() throws Exception {
    AotCache before = cache();
    AotCache.recordDuring(() -> run(before));
    before.publish();
    Files.setLastModifiedTime(library, FileTime.from(Instant.EPOCH));
    AotCache after = cache();

    AotCache.recordDuring(() -> run(after));

    assertThat(after.publish()).isTrue();
    assertThat(before.exists()).isFalse();
  }

  @Test
  void a_folder_of_classes_is_not_cached() {
    AotCache cache = AotCache.of(directory, "program", Jdk.require(25), List.of(directory));
    AotCache.recordDuring(() -> assertThat(cache.jvmOptions()).isEmpty());
    assertThat(cache.publish()).isFalse();
  }

  private AotCache cache() {
    return AotCache.of(directory.resolve("aot"), "program", Jdk.require(25), List.of(library));
  }

  /** Runs the program to its end and gives what it printed. */
  private String run(AotCache cache) {
    var options = new ArrayList<>(List.of("-Xmx64m", "-XX:+UseSerialGC", "-Xlog:class+load"));
    options.addAll(cache.jvmOptions());
    var classPath = new ArrayList<>(List.of(library.toString()));
    if (cache.isRecorded()) {
      options.add("-D" + Tether.LATE_CLASS_PATH + "=" + own);
    } else {
      classPath.add(own.toString());
    }
    Path log = directory.resolve("program.log");
    try {
      Files.deleteIfExists(log);
      ChildProcess child =
          ChildProcess.start(
              new ChildProcess.Command(
                  "program",
                  0,
                  Jdk.require(25).java(),
                  options,
                  classPath,
                  List.of(Tether.class.getName(), Program.class.getName()),
                  Map.of(),
                  directory,
                  log));
      assertThat(child.awaitExit(LIMIT)).isTrue();
      assertThat(child.exitCode()).as(child.logTail()).isZero();
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path jar(String name, Class<?> type) throws IOException {
    Path jar = directory.resolve(name);
    String entry = type.getName().replace('.', '/') + ".class";
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream in = type.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new JarEntry(entry));
      Objects.requireNonNull(in, entry).transferTo(out);
    }
    return jar;
  }

  /** What the child runs. */
  public static final class Program {
    private Program() {}

    public static void main(String[] args) {
      System.out.println("the program ran");
    }
  }
}
