package isegoria.benchmarks;

import isegoria.benchmarks.fame.FameResult;
import isegoria.benchmarks.fame.FameRun;
import isegoria.benchmarks.ladder.Giant;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * The proofs of feeds at full size, after those of {@code tests}: fan-in, and one account with 89
 * million followers. SCALE divides the sizes; ONLY=fan-in,giant runs some.
 */
public final class ProveFeeds {
  private static final int GIANT_FOLLOWERS = 89_000_000;
  private static final int GIANT_ACTIVE = 100_000;

  private final Environment setting = new Environment();
  private boolean allMet = true;

  private ProveFeeds() {}

  public static void main(String[] args) throws IOException {
    var prove = new ProveFeeds();
    prove.fanIn();
    prove.giant();
    System.exit(prove.allMet ? 0 : 1);
  }

  private boolean isWanted(String name) {
    String only = setting.text("ONLY", "");
    return only.isEmpty() || ("," + only + ",").contains("," + name + ",");
  }

  private void fanIn() {
    if (isWanted("fan-in")) {
      FameResult result =
          FameRun.run(
              "prove-fan-in",
              BenchFame.sizes(setting),
              setting.number("SEED", 1),
              System.out::println);
      tell(result.holds(), result.line());
    }
  }

  private void giant() throws IOException {
    if (isWanted("giant")) {
      int scale = (int) setting.number("SCALE", 1);
      Map<String, Object> figures =
          Giant.run(
              GIANT_FOLLOWERS / scale,
              GIANT_ACTIVE / scale,
              Files.createTempDirectory("prove-giant"),
              System.out::println);
      tell(Long.valueOf(0).equals(figures.get("missing")), "giant: " + figures);
    }
  }

  private void tell(boolean isMet, String figures) {
    allMet &= isMet;
    System.out.println((isMet ? "met:    " : "MISSED: ") + figures);
  }
}
