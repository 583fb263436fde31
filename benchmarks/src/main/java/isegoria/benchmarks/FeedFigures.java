package isegoria.benchmarks;

import isegoria.benchmarks.ladder.CellTable;
import isegoria.benchmarks.ladder.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures that the cells are read for. */
final class FeedFigures {
  private final CellTable table;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private FeedFigures(CellTable table) {
    this.table = table;
  }

  /**
   * Feed work of the rung that ships, and how much more others do, at a tenth of the readers; what
   * it delivers where everybody reads.
   */
  static Map<String, Object> of(CellTable table) {
    var figures = new FeedFigures(table);
    figures.compare();
    figures.base();
    return figures.figures;
  }

  private void compare() {
    Optional<Double> ships = figure(Matrix.TENTH_ACTIVE, "f: ", "feed_cpu_us");
    if (ships.isPresent()) {
      double feedWork = ships.get();
      if (feedWork <= 0) {
        throw new IllegalStateException("feed work: " + feedWork + " µs (expected: > 0)");
      }
      figures.put("f_cpu_us_per_post", feedWork);
      figure(Matrix.TENTH_ACTIVE, "a: ", "feed_cpu_us")
          .ifPresent(row -> figures.put("f_ratio_row", row / feedWork));
      figure(Matrix.TENTH_ACTIVE, "d: ", "feed_cpu_us")
          .ifPresent(redis -> figures.put("f_ratio_redis", redis / feedWork));
    }
  }

  private void base() {
    put("ladder_visible_p99_ms", "visible_p99_ms");
    put("ladder_page_p99_ms", "page_p99_ms");
    put("ladder_deliveries_per_core_second", "deliveries_per_core_second");
    put("follows_bytes_per_person", "follows_bytes_per_person");
  }

  private void put(String name, String column) {
    figure(Matrix.BASE, "f: ", column).ifPresent(figure -> figures.put(name, figure));
  }

  /** The last one measured. */
  private Optional<Double> figure(String cell, String rung, String column) {
    return table.rows().stream()
        .filter(
            row -> cell.equals(row.get("cell")) && row.getOrDefault("rung", "").startsWith(rung))
        .reduce((earlier, later) -> later)
        .map(row -> Double.valueOf(row.get(column)));
  }
}
