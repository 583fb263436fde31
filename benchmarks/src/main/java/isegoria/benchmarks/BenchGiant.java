package isegoria.benchmarks;

import isegoria.benchmarks.ladder.Giant;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One account whom FOLLOWERS follow posts, and ACTIVE of them read: how long until the last one
 * sees it, and what it costs. The last line printed is JSON.
 */
public final class BenchGiant {
  private static final int FOLLOWERS = 89_000_000;
  private static final int ACTIVE = 100_000;

  private BenchGiant() {}

  public static void main(String[] args) throws IOException {
    var setting = new Environment();
    Map<String, Object> figures =
        Giant.run(
            Giant.Sizes.full(
                (int) setting.number("FOLLOWERS", FOLLOWERS),
                (int) setting.number("ACTIVE", ACTIVE)),
            setting.number("SEED", 1),
            System.out::println);
    FeedTargets.lines(figures).forEach(System.out::println);
    System.out.println(new JsonMapper().writeValueAsString(figures));
    System.exit(Giant.isRight(figures) ? 0 : 1);
  }
}
