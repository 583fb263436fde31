package isegoria.tests;

import isegoria.testkit.backing.EmbeddedBacking;
import isegoria.tests.once.AppendProof;
import isegoria.tests.once.AppendResult;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Proves that a command holds once or not at all, whatever is killed. COMMANDS, KILLS, SEED and
 * DEDUPE=off (which must turn it red) come from the environment.
 */
public final class ExactlyOnce {
  private static final int COMMANDS = 2_000;
  private static final int KILLS = 20;

  private static final AtomicInteger RUNS = new AtomicInteger();

  private ExactlyOnce() {}

  /** Prints the result; exits with 1 when something was lost or doubled. */
  public static void main(String[] args) {
    Settings setting = Settings.ofProcess();
    var sizes =
        new AppendProof.Sizes(
            setting.number("COMMANDS", COMMANDS),
            setting.number("KILLS", KILLS),
            !setting.text("DEDUPE").orElse("on").equals("off"),
            setting.seed());
    AppendResult result = run(sizes);
    System.out.println(result.line());
    System.exit(result.holds() ? 0 : 1);
  }

  /** Runs it on a broker of its own. */
  public static AppendResult run(AppendProof.Sizes sizes) {
    Path directory =
        Path.of(
                "target",
                "exactly-once-%d-%d"
                    .formatted(ProcessHandle.current().pid(), RUNS.incrementAndGet()))
            .toAbsolutePath();
    try (var broker = new EmbeddedBacking(directory.resolve("broker"), "a broker of its own")) {
      return AppendProof.run(sizes, broker.kafkaBootstrapServers(), directory);
    }
  }
}
