package isegoria.testkit.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An installed JDK of one feature release, found by itself: Cassandra 5 runs on 17 only. */
public record Jdk(Path home) {
  private static final List<String> PARENTS =
      List.of(
          "/usr/lib/jvm",
          "/usr/java",
          "/opt",
          "/opt/java",
          "/Library/Java/JavaVirtualMachines",
          System.getProperty("user.home") + "/.sdkman/candidates/java",
          System.getProperty("user.home") + "/.jdks",
          System.getProperty("user.home") + "/.asdf/installs/java");

  /** Looks in JAVA<i>n</i>_HOME, JAVA_HOME, this JVM and where JDKs are usually installed. */
  public static Optional<Jdk> find(int release) {
    return candidates(release).filter(home -> isRelease(home, release)).findFirst().map(Jdk::new);
  }

  /** As {@link #find}, or a message that says what to do. */
  public static Jdk require(int release) {
    return find(release)
        .orElseThrow(() ->
            new IllegalStateException(
                "JDK %d: none found (expected: one in /usr/lib/jvm, or JAVA%d_HOME set to it)"
                    .formatted(release, release)));
  }

  public Path java() {
    return home.resolve("bin/java");
  }

  private static Stream<Path> candidates(int release) {
    var homes = new ArrayList<Path>();
    for (String variable : List.of("JAVA" + release + "_HOME", "JAVA_HOME")) {
      Optional.ofNullable(System.getenv(variable)).map(Path::of).ifPresent(homes::add);
    }
    homes.add(Path.of(System.getProperty("java.home")));
    for (String parent : PARENTS) {
      try (Stream<Path> children = Files.list(Path.of(parent))) {
        children
            .sorted()
            .forEach(child -> {
              homes.add(child);
              homes.add(child.resolve("Contents/Home"));
            });
      } catch (IOException absent) {
        // Not every machine has every folder.
      }
    }
    return homes.stream();
  }

  private static boolean isRelease(Path home, int release) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return false;
    }
    try {
      return Files.readString(home.resolve("release"))
          .lines()
          .anyMatch(line -> line.matches("JAVA_VERSION=\"%d([.\\-+].*)?\"".formatted(release)));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
