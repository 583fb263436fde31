package isegoria.benchmarks;

import isegoria.benchmarks.http.HttpRun;
import isegoria.benchmarks.ladder.CellSpec;
import isegoria.benchmarks.ladder.CellTable;
import isegoria.benchmarks.ladder.Matrix;
import isegoria.benchmarks.ladder.MatrixRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What home feeds cost, and what they would cost if they were kept in another way: the platform
 * over HTTP, then every cell of the matrix: one network and load for every rung of the ladder, and
 * the rung that ships on others.
 *
 * <p>From the environment: GRAPH (an edge list for all cells) or PEOPLE of the base cell, POSTS per
 * second at which posts are compared, SECONDS of a phase, ROUNDS, STALENESS (in seconds), TOWN
 * (people over HTTP), FOLLOWS and READS over HTTP, WARM_UP and LADDER_WARM_UP (in seconds), SEED;
 * CELLS=base,load 50 % for some cells; ONLY=http or ONLY=ladder; FRESH=1 to measure again what
 * {@code benchmarks/results/cells.csv} has; QUICK=1 for a tenth of the people. The last line
 * printed is JSON, also written to {@code benchmarks/results/latest.json}.
 */
public final class BenchFeeds {
  private static final int FOLLOWS = 403;
  private static final int READS_PER_POST = 5;
  private static final int POSTS_PER_SECOND = 100;
  private static final int ROUNDS = 3;
  private static final int QUICK_ROUNDS = 1;
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
    Path results = Path.of(setting.text("ROOT", "."), "benchmarks/results");
    Files.createDirectories(results);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seed", seed);
    boolean isRight = true;
    String only = setting.text("ONLY", "http,ladder");
    if (only.contains("http")) {
      fields.putAll(HttpRun.run(http(setting, isQuick), seed, results, System.out::println));
    }
    if (only.contains("ladder")) {
      CellTable table = table(setting, results);
      isRight = matrix(setting, isQuick, seed, table);
      fields.putAll(FeedFigures.of(table));
      fields.put("cells", table.rows());
    }
    String json = new JsonMapper().writeValueAsString(fields);
    Files.writeString(results.resolve("latest.json"), json + "\n");
    System.out.println(json);
    System.exit(isRight ? 0 : 1);
  }

  private static CellTable table(Environment setting, Path results) throws IOException {
    Path file = results.resolve("cells.csv");
    if (setting.number("FRESH", 0) == 1) {
      Files.deleteIfExists(file);
    }
    return CellTable.open(file);
  }

  private static HttpRun.Sizes http(Environment setting, boolean isQuick) {
    return new HttpRun.Sizes(
        (int) setting.number("TOWN", TOWN_PEOPLE),
        (int) setting.number("FOLLOWS", FOLLOWS),
        GIANT_SHARE,
        setting.number("READS", READS_PER_POST),
        Duration.ofSeconds(setting.number("WARM_UP", isQuick ? 60 : 900)),
        Duration.ofSeconds(setting.number("SECONDS", isQuick ? 12 : 30)));
  }

  private static boolean matrix(Environment setting, boolean isQuick, long seed, CellTable table)
      throws IOException {
    Set<String> wanted = Set.of(setting.text("CELLS", "").split(","));
    List<CellSpec> cells =
        cells(setting, isQuick, seed).stream()
            .filter(cell -> wanted.contains("") || wanted.contains(cell.axis()))
            .toList();
    var run =
        new MatrixRun(
            table,
            Duration.ofSeconds(setting.number("LADDER_WARM_UP", isQuick ? 5 : 20)),
            Duration.ofSeconds(setting.number("SECONDS", isQuick ? 2 : 6)),
            setting.number("POSTS", POSTS_PER_SECOND),
            Duration.ofSeconds(setting.number("STALENESS", STALENESS_SECONDS)),
            seed,
            System.out::println);
    return run.run(cells);
  }

  private static List<CellSpec> cells(Environment setting, boolean isQuick, long seed)
      throws IOException {
    int rounds = (int) setting.number("ROUNDS", isQuick ? QUICK_ROUNDS : ROUNDS);
    String list = setting.text("GRAPH", "");
    if (!list.isEmpty()) {
      return Matrix.cells(new CellSpec.Listed(ListedGraph.read(Path.of(list), seed)), rounds);
    }
    int people = (int) setting.number("PEOPLE", isQuick ? 10_000 : 100_000);
    return Matrix.generated(people, rounds);
  }
}
