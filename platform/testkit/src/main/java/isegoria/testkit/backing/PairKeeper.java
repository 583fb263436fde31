package isegoria.testkit.backing;

import java.io.IOException;
import java.nio.file.Path;

/** A process that keeps one pair running for as long as a build runs. */
final class PairKeeper {
  private PairKeeper() {}

  /** Takes the directory of the build and the build's process id. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    ProcessHandle build =
        ProcessHandle.of(Long.parseLong(args[1]))
            .orElseThrow(() -> new IllegalArgumentException("build " + args[1] + ": has ended"));
    try (var pair = new EmbeddedBacking(directory.resolve("engines"), "kept for a build")) {
      pair.startBoth();
      PairAddresses.kept(ProcessHandle.current(), pair).write(directory);
      build.onExit().join();
    }
  }
}
