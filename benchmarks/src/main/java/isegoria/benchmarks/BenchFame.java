package isegoria.benchmarks;

import isegoria.benchmarks.fame.FameResult;
import isegoria.benchmarks.fame.FameRun;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * One account gains FOLLOWERS, its post FAVOURITES, BOOSTS and REPLIES, while others go on. The
 * last line printed is JSON.
 */
public final class BenchFame {
  private static final int MILLION = 1_000_000;
  private static final int HUNDRED_THOUSAND = 100_000;
  private static final int ORDINARY = 200;

  private BenchFame() {}

  public static void main(String[] args) {
    var setting = new Environment();
    FameResult result =
        FameRun.run("bench-fame", sizes(setting), setting.number("SEED", 1), System.out::println);
    System.out.println(result.line());
    FeedTargets.lines(result.fields()).forEach(System.out::println);
    System.out.println(new JsonMapper().writeValueAsString(result.fields()));
    System.exit(result.holds() ? 0 : 1);
  }

  /** At full size, or what SCALE divides it by. */
  static FameRun.Sizes sizes(Environment setting) {
    int scale = (int) setting.number("SCALE", 1);
    return new FameRun.Sizes(
        (int) setting.number("FOLLOWERS", MILLION / scale),
        (int) setting.number("FAVOURITES", MILLION / scale),
        (int) setting.number("BOOSTS", HUNDRED_THOUSAND / scale),
        (int) setting.number("REPLIES", HUNDRED_THOUSAND / scale),
        ORDINARY,
        (int) setting.number("BYSTANDERS", 40),
        setting.number("RATE", 20),
        Duration.ofSeconds(setting.number("SECONDS", 30)),
        (int) setting.number("TURNS", 4),
        (int) setting.number("LIST_READS", 200));
  }
}
