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
 * printed is JSON, also written to {@code benchmarks/results/latest.json}, and what was measured
 * over HTTP to {@code http.json} before the cells begin.
 */
public final class BenchFeeds {
  private static final String HTTP = "http";
  private static final String LADDER = "ladder";
  private static final List<String> HALVES = List.of(HTTP, LADDER);
  private static final int READS_PER_POST = 5;
  private static final int POSTS_PER_SECOND = 100;
  private static final int ROUNDS = 3;
  private static final int QUICK_ROUNDS = 1;
  private static final int STALENESS_SECONDS = 5;

  /** People with accounts of their own, a sixth of whom never read. */
  private static final int TOWN_PEOPLE = 600;

  /** Each follows so many of them that an author has 403 who read. */
  private static final int TOWN_FOLLOWS = 484;

  private BenchFeeds() {}

  public static void main(String[] args) throws IOException {
    Thread.currentThread().setName("generator");
    Result result = run(new Environment());
    FeedTargets.lines(result.figures()).forEach(System.out::println);
    System.out.println(new JsonMapper().writeValueAsString(result.figures()));
    System.exit(result.isRight() ? 0 : 1);
  }

  /**
   * What was measured.
   *
   * @param figures by their names
   * @param isRight whether every page compared was as it must be, and what ships answered all
   */
  record Result(Map<String, Object> figures, boolean isRight) {}

  static Result run(Environment setting) throws IOException {
    boolean isQuick = setting.number("QUICK", 0) == 1;
    long seed = setting.number("SEED", 1);
    Path results = Path.of(setting.text("ROOT", "."), "benchmarks/results");
    Files.createDirectories(results);
    List<String> only = names(setting, "ONLY", HALVES);
    List<CellSpec> cells = cells(setting, isQuick, seed);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("seed", seed);
    boolean isRight = true;
    if (only.contains(HTTP)) {
      HttpRun.Result http = HttpRun.run(http(setting, isQuick), seed, results, System.out::println);
      // The cells take an hour more, and may be stopped.
      write(results.resolve("http.json"), http.figures());
      fields.putAll(http.figures());
      isRight = http.isRight();
    }
    if (only.contains(LADDER)) {
      CellTable table = table(setting, results);
      MatrixRun run = matrix(setting, isQuick, seed, table);
      isRight &= run.run(cells);
      fields.putAll(FeedFigures.of(name -> rows(table, run, cells, name)));
      fields.put(
          "cells", cells.stream().flatMap(cell -> table.with(run.key(cell)).stream()).toList());
    }
    write(results.resolve("latest.json"), fields);
    return new Result(fields, isRight);
  }

  private static void write(Path file, Map<String, Object> fields) throws IOException {
    Files.writeString(file, new JsonMapper().writeValueAsString(fields) + "\n");
  }

  /** What this run, or an earlier one that was as this one, noted of a cell. */
  private static List<Map<String, String>> rows(
      CellTable table, MatrixRun run, List<CellSpec> cells, String name) {
    return cells.stream()
        .filter(cell -> cell.axis().equals(name))
        .flatMap(cell -> table.with(run.key(cell)).stream())
        .toList();
  }

  /** Those that a variable names, all of them where it is not set; none but these are known. */
  private static List<String> names(Environment setting, String variable, List<String> known) {
    String text = setting.text(variable, "");
    if (text.isEmpty()) {
      return known;
    }
    List<String> wanted = List.of(text.split(","));
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "%s=%s (expected: some of %s)".formatted(variable, text, known));
    }
    return wanted;
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
        (int) setting.number("FOLLOWS", TOWN_FOLLOWS),
        setting.number("READS", READS_PER_POST),
        Duration.ofSeconds(setting.number("WARM_UP", isQuick ? 60 : 900)),
        Duration.ofSeconds(setting.number("SECONDS", isQuick ? 12 : 30)));
  }

  private static MatrixRun matrix(
      Environment setting, boolean isQuick, long seed, CellTable table) {
    return new MatrixRun(
        table,
        Duration.ofSeconds(setting.number("LADDER_WARM_UP", isQuick ? 5 : 15)),
        Duration.ofSeconds(setting.number("SECONDS", isQuick ? 2 : 5)),
        setting.number("POSTS", POSTS_PER_SECOND),
        Duration.ofSeconds(setting.number("STALENESS", STALENESS_SECONDS)),
        seed,
        System.out::println);
  }

  private static List<CellSpec> cells(Environment setting, boolean isQuick, long seed)
      throws IOException {
    List<CellSpec> all = allCells(setting, isQuick, seed);
    List<String> wanted = names(setting, "CELLS", all.stream().map(CellSpec::axis).toList());
    return all.stream().filter(cell -> wanted.contains(cell.axis())).toList();
  }

  private static List<CellSpec> allCells(Environment setting, boolean isQuick, long seed)
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
