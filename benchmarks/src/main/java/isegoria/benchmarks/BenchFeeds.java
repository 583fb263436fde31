package isegoria.benchmarks;

import isegoria.benchmarks.http.HttpRun;
import isegoria.benchmarks.ladder.Cell;
import isegoria.benchmarks.ladder.Ladder;
import isegoria.benchmarks.ladder.Ladders;
import isegoria.benchmarks.ladder.Network;
import isegoria.testkit.backing.EmbeddedBacking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What home feeds cost, and what they would cost if they were kept in another way: the platform
 * over HTTP, then every rung of the ladder on one network, under one load, in one run.
 *
 * <p>From the environment: PEOPLE, FOLLOWS (mean), TOP_SHARE and ACTIVE (in per cent), POSTS per
 * second at which posts are compared, READS per post, SECONDS of a phase, ROUNDS, STALENESS (in
 * seconds), TOWN (people over HTTP), WARM_UP (in seconds), SEED; ONLY=http or ONLY=ladder; QUICK=1
 * for a tenth of the people. The last line printed is JSON, also written to {@code
 * benchmarks/results/latest.json}.
 */
public final class BenchFeeds {
  private static final int FOLLOWS = 403;
  private static final int TOP_SHARE_PERCENT = 22;
  private static final int READS_PER_POST = 5;
  private static final int POSTS_PER_SECOND = 100;
  private static final int ROUNDS = 3;
  private static final int STALENESS_SECONDS = 5;

  /** People with accounts of their own: enough for each to follow as many as on average. */
  private static final int TOWN_PEOPLE = 500;

  private static final double GIANT_SHARE = 0.89;

  private BenchFeeds() {}

  public static void main(String[] args) throws IOException {
    Thread.currentThread().setName("generator");
    var setting = new Environment();
    boolean isQuick = setting.number("QUICK", 0) == 1;
    long seed = setting.number("SEED", 1);
    var graph =
        new SocialGraph(
            (int) setting.number("PEOPLE", isQuick ? 10_000 : 100_000),
            setting.number("FOLLOWS", FOLLOWS),
            setting.number("TOP_SHARE", TOP_SHARE_PERCENT) / 100.0,
            seed);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seed", seed);
    boolean isRight = true;
    String only = setting.text("ONLY", "http,ladder");
    if (only.contains("http")) {
      fields.putAll(HttpRun.run(http(setting, isQuick), seed, System.out::println));
    }
    if (only.contains("ladder")) {
      var network = new Network(graph, setting.number("ACTIVE", 10) / 100.0);
      List<Cell> cells = ladder(network, setting, isQuick, seed);
      isRight = cells.stream().allMatch(Cell::isRight);
      fields.putAll(FeedFigures.of(cells));
      fields.put("people", network.people());
      fields.put("follows", network.edges());
      fields.put("active", network.active().length);
      fields.put("rungs", cells.stream().map(Cell::fields).toList());
    }
    String json = new JsonMapper().writeValueAsString(fields);
    Path results = Path.of(setting.text("ROOT", "."), "benchmarks/results");
    Files.createDirectories(results);
    Files.writeString(results.resolve("latest.json"), json + "\n");
    System.out.println(json);
    System.exit(isRight ? 0 : 1);
  }

  private static HttpRun.Sizes http(Environment setting, boolean isQuick) {
    return new HttpRun.Sizes(
        (int) setting.number("TOWN", TOWN_PEOPLE),
        (int) setting.number("FOLLOWS", FOLLOWS),
        GIANT_SHARE,
        setting.number("READS", READS_PER_POST),
        Duration.ofSeconds(setting.number("WARM_UP", isQuick ? 60 : 180)),
        Duration.ofSeconds(setting.number("SECONDS", isQuick ? 12 : 30)));
  }

  private static List<Cell> ladder(Network network, Environment setting, boolean isQuick, long seed)
      throws IOException {
    var sizes =
        new Ladder.Sizes(
            (int) setting.number("ROUNDS", ROUNDS),
            Duration.ofSeconds(setting.number("SECONDS", isQuick ? 6 : 15)),
            setting.number("POSTS", POSTS_PER_SECOND),
            setting.number("READS", READS_PER_POST));
    Duration staleness = Duration.ofSeconds(setting.number("STALENESS", STALENESS_SECONDS));
    System.out.printf(
        "ladder: %,d people, %,d follows, the most-followed with %,d active followers, %,d active;"
            + " %s; feed.staleness %d s%n",
        network.people(),
        network.edges(),
        network.activeFollowersOf(0).length,
        network.active().length,
        sizes,
        staleness.toSeconds());
    Path files = Files.createTempDirectory("bench-feeds");
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> EmbeddedBacking.deleteRecursively(files), "clean-up"));
    try (Ladders ladders = Ladders.start(network, files, staleness)) {
      List<Cell> cells = ladders.ladder(sizes, seed).run(System.out::println);
      cells.forEach(cell -> System.out.println("median: " + cell.line()));
      return cells;
    }
  }
}
