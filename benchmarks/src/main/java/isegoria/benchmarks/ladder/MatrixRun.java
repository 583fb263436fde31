package isegoria.benchmarks.ladder;

import isegoria.benchmarks.ladder.CellSpec.Shape;
import isegoria.testkit.backing.EmbeddedBacking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures cells one after the other, each on empty servers, and notes each when it is done.
 *
 * @param table where they are noted: what is there is not measured again
 * @param warmUp before a rung's first round
 * @param phase of one load
 * @param postsPerSecond the rate at which posts are compared
 * @param staleness how often it is looked at whether a snapshot is worth being made
 */
public record MatrixRun(
    CellTable table,
    Duration warmUp,
    Duration phase,
    double postsPerSecond,
    Duration staleness,
    long seed,
    Consumer<String> progress) {

  /** Measures what is not in the table yet; whether all of it was right. */
  public boolean run(List<CellSpec> cells) {
    table.requireColumns(Arrays.stream(Figure.values()).map(Figure::column).toList());
    boolean isRight = true;
    for (CellSpec cell : cells) {
      List<Map<String, String>> before = table.with(key(cell));
      if (!before.isEmpty()) {
        progress.accept(cell.axis() + ": was measured before");
        isRight &= before.stream().allMatch(MatrixRun::wasRight);
      } else {
        long start = System.nanoTime();
        isRight &= measure(cell);
        progress.accept(
            "%s: took %.0f s".formatted(cell.axis(), (System.nanoTime() - start) / 1e9));
      }
    }
    return isRight;
  }

  private boolean measure(CellSpec cell) {
    Shape shape = cell.shape();
    Network network = shape.network(seed);
    progress.accept(
        ("%s: %,d people, %,d follows, the most-followed with %,d active followers, %,d active;"
                + " %s; feed.staleness %d s")
            .formatted(
                cell.axis(),
                network.people(),
                network.edges(),
                network.mostActiveFollowers(),
                network.active().length,
                cell.demand(),
                staleness.toSeconds()));
    Path files = Nodes.directory("bench-feeds");
    try (Ladders ladders = Ladders.start(network, cell.rungs(), files, staleness)) {
      var sizes =
          new Ladder.Sizes(
              cell.rounds(),
              warmUp,
              phase,
              postsPerSecond,
              cell.demand().readsPerPost(),
              cell.demand().load(),
              cell.demand().giantEvery());
      List<Cell> measured = ladders.ladder(sizes, seed).run(progress);
      for (Cell rung : measured) {
        progress.accept("median: " + rung.line());
        table.add(row(cell, network, ladders.followsBytes(), rung));
      }
      return measured.stream().allMatch(MatrixRun::isRight);
    } finally {
      EmbeddedBacking.deleteRecursively(files);
    }
  }

  /** Every page as it must be; of what ships, every request answered too. */
  private static boolean isRight(Cell cell) {
    boolean isShipping = cell.rung().startsWith(CellSpec.SHIPS);
    return cell.difference().isNone() && (cell.failed() == 0 || !isShipping);
  }

  /** The same of a row that an earlier run noted. */
  private static boolean wasRight(Map<String, String> row) {
    boolean isShipping = row.getOrDefault("rung", "").startsWith(CellSpec.SHIPS);
    return isZero(row, "missing")
        && isZero(row, "extra")
        && isZero(row, "out_of_order")
        && (isZero(row, "failed") || !isShipping);
  }

  private static boolean isZero(Map<String, String> row, String column) {
    return "0".equals(row.get(column));
  }

  /** What makes a cell the same cell in another run. */
  public Map<String, Object> key(CellSpec cell) {
    var key = new LinkedHashMap<String, Object>();
    key.put("cell", cell.axis());
    key.put("graph", cell.shape().follows().name().replace(',', ' '));
    key.put("people", cell.shape().follows().people());
    key.put("seed", seed);
    key.put("phase_s", phase.toMillis() / 1_000.0 + "");
    key.put("rounds", cell.rounds());
    key.put("warm_up_s", warmUp.toSeconds());
    key.put("staleness_s", staleness.toSeconds());
    key.put("common_posts_per_second", (long) postsPerSecond);
    return key;
  }

  private Map<String, Object> row(
      CellSpec cell, Network network, long followsBytes, Cell measured) {
    Map<String, Object> row = key(cell);
    row.put("fan_out", (double) network.edges() / network.people());
    row.put("top_active_followers", network.mostActiveFollowers());
    row.put("active", network.active().length);
    row.put("reads_per_post", cell.demand().readsPerPost());
    row.put("load", cell.demand().load());
    row.put("follows_bytes_per_person", (double) followsBytes / network.people());
    row.putAll(measured.fields());
    return row;
  }
}
