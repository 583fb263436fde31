package isegoria.benchmarks;

import isegoria.benchmarks.fame.FameResult;
import isegoria.benchmarks.fame.FameRun;
import isegoria.benchmarks.ladder.Giant;
import isegoria.benchmarks.streams.StreamsCost;
import isegoria.tests.Prove;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The proofs of feeds at full size, after those of {@code tests}: fan-in, one account with 89
 * million followers, what feeds cost, and what streams cost. SCALE divides the sizes;
 * ONLY=fan-in,giant runs some. What must be so is met or missed; what is aimed at stands in a line
 * of its own.
 */
public final class ProveFeeds {
  private static final String FAN_IN = "fan-in";
  private static final String GIANT = "giant";
  private static final String FEEDS = "feeds";
  private static final String STREAMS_COST = "streams-cost";
  private static final List<String> NAMES = List.of(FAN_IN, GIANT, FEEDS, STREAMS_COST);

  private static final int GIANT_FOLLOWERS = 89_000_000;
  private static final int GIANT_ACTIVE = 100_000;

  private final Environment setting = new Environment();
  private boolean allMet = true;

  private ProveFeeds() {}

  public static void main(String[] args) throws IOException {
    var prove = new ProveFeeds();
    prove.refuseUnknown();
    prove.fanIn();
    prove.giant();
    prove.feeds();
    prove.streamsCost();
    System.exit(prove.allMet ? 0 : 1);
  }

  /** A proof that is not there would be proven by having nothing to say. */
  private void refuseUnknown() {
    List<String> unknown =
        only().stream()
            .filter(name -> !NAMES.contains(name) && !Prove.NAMES.contains(name))
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "ONLY: %s (expected: some of %s, %s)".formatted(unknown, Prove.NAMES, NAMES));
    }
  }

  private boolean isWanted(String name) {
    return only().isEmpty() || only().contains(name);
  }

  private List<String> only() {
    String only = setting.text("ONLY", "");
    return only.isEmpty() ? List.of() : List.of(only.split(","));
  }

  private void fanIn() {
    if (isWanted(FAN_IN)) {
      FameResult result =
          FameRun.run(
              "prove-fan-in",
              BenchFame.sizes(setting),
              setting.number("SEED", 1),
              System.out::println);
      tell(result.holds(), result.line(), result.fields());
    }
  }

  private void giant() throws IOException {
    if (isWanted(GIANT)) {
      int scale = (int) setting.number("SCALE", 1);
      Map<String, Object> figures =
          Giant.run(
              Giant.Sizes.full(GIANT_FOLLOWERS / scale, GIANT_ACTIVE / scale),
              setting.number("SEED", 1),
              System.out::println);
      tell(Giant.isRight(figures), "giant: " + figures, figures);
    }
  }

  private void feeds() throws IOException {
    if (isWanted(FEEDS)) {
      BenchFeeds.Result result = BenchFeeds.run(setting);
      tell(result.isRight(), "feeds: every page compared was right", result.figures());
    }
  }

  private void streamsCost() {
    if (isWanted(STREAMS_COST)) {
      StreamsCost.Result result =
          StreamsCost.run("prove-streams-cost", BenchStreams.sizes(setting), System.out::println);
      tell(result.holds(), result.line(), result.fields());
    }
  }

  private void tell(boolean isMet, String line, Map<String, ?> figures) {
    allMet &= isMet;
    System.out.println((isMet ? "met:    " : "MISSED: ") + line);
    FeedTargets.lines(figures).forEach(System.out::println);
  }
}
