package isegoria.testkit.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TetherTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path directory;

  @Test
  void a_child_ends_when_its_parent_is_killed() {
    ChildProcess parent = start("parent", Parent.class.getName(), directory.toString());
    parent.awaitReady(
        () -> ProcessHandle.of(parent.pid()).stream().anyMatch(p -> p.children().count() > 0),
        LIMIT);
    ProcessHandle child =
        ProcessHandle.of(parent.pid()).orElseThrow().children().findFirst().orElseThrow();

    parent.kill();

    assertThat(child.onExit()).succeedsWithin(LIMIT);
  }

  @Test
  void a_child_that_fails_says_so_with_the_end_of_its_log() {
    ChildProcess child = start("child", "isegoria.tether.Tether", "no.such.Main");

    assertThat(child.awaitExit(LIMIT)).isTrue();
    assertThat(child.exitCode()).isEqualTo(1);
    assertThat(child.logTail()).contains("no.such.Main");
  }

  private ChildProcess start(String name, String... mainAndArguments) {
    return startIn(directory, name, List.of(mainAndArguments));
  }

  private static ChildProcess startIn(Path directory, String name, List<String> line) {
    return ChildProcess.start(
        new ChildProcess.Command(
            name,
            0,
            Jdk.require(25).java(),
            List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
            line,
            Map.of(),
            directory,
            directory.resolve(name + ".log")));
  }

  /** A launcher with one child. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
      List<String> line = List.of("isegoria.tether.Tether", Child.class.getName());
      ChildProcess child = startIn(Path.of(args[0]), "child", line);
      assertThat(child.awaitExit(LIMIT)).isFalse();
    }
  }

  /** A child that would stay for ever. */
  public static final class Child {
    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }
}
