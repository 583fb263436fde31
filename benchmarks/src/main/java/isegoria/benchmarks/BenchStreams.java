package isegoria.benchmarks;

import isegoria.benchmarks.streams.StreamsCost;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What open streams cost at 1, 100 and SUBSCRIBERS of them, for POSTS posts each. The last line
 * printed is JSON.
 */
public final class BenchStreams {
  private static final int SUBSCRIBERS = 4_000;
  private static final int POSTS = 100;
  private static final int PAGES = 300;

  private BenchStreams() {}

  public static void main(String[] args) {
    var setting = new Environment();
    StreamsCost.Result result =
        StreamsCost.run("bench-streams", sizes(setting), System.out::println);
    System.out.println(result.line());
    System.out.println(new JsonMapper().writeValueAsString(result.fields()));
    System.exit(result.holds() ? 0 : 1);
  }

  /** At full size, or what SCALE divides it by. */
  static StreamsCost.Sizes sizes(Environment setting) {
    int scale = (int) setting.number("SCALE", 1);
    int most = (int) Math.max(101, setting.number("SUBSCRIBERS", SUBSCRIBERS / scale));
    return new StreamsCost.Sizes(
        List.of(1, 100, most), (int) setting.number("POSTS", POSTS), PAGES / Math.min(scale, 10));
  }
}
