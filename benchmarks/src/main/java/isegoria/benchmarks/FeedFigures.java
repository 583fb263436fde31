package isegoria.benchmarks;

import isegoria.benchmarks.ladder.Figure;
import isegoria.benchmarks.ladder.Matrix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures that the cells of one run are read for. */
final class FeedFigures {
  private static final String SHIPS = "f: ";

  private final Function<String, List<Map<String, String>>> rowsOf;
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private FeedFigures(Function<String, List<Map<String, String>>> rowsOf) {
    this.rowsOf = rowsOf;
  }

  /**
   * Feed work of the rung that ships, and how much more others do, at a tenth of the readers; what
   * it does where everybody reads, and where an account posts whom nearly all follow. What was not
   * measured is left out.
   *
   * @param rowsOf the rows of this run's cell of a name
   */
  static Map<String, Object> of(Function<String, List<Map<String, String>>> rowsOf) {
    var figures = new FeedFigures(rowsOf);
    figures.compare();
    figures.base();
    figures.besideGiant();
    return figures.figures;
  }

  private void compare() {
    put("f_cpu_us_per_post", Matrix.TENTH_ACTIVE, SHIPS, Figure.FEED_CPU_US);
    double feedWork = figure(Matrix.TENTH_ACTIVE, SHIPS, Figure.FEED_CPU_US).orElse(0);
    // Less than nothing is what noise makes of something small: no ratio can be told.
    if (feedWork > 0) {
      figure(Matrix.TENTH_ACTIVE, "a: ", Figure.FEED_CPU_US)
          .ifPresent(row -> figures.put("f_ratio_row", row / feedWork));
      figure(Matrix.TENTH_ACTIVE, "d: ", Figure.FEED_CPU_US)
          .ifPresent(redis -> figures.put("f_ratio_redis", redis / feedWork));
    }
  }

  private void base() {
    put("ladder_visible_p99_ms", Matrix.BASE, SHIPS, Figure.VISIBLE_P99_MS);
    put("ladder_page_p99_ms", Matrix.BASE, SHIPS, Figure.PAGE_P99_MS);
    put("ladder_mix_cpu_us_per_post", Matrix.BASE, SHIPS, Figure.MIX_CPU_US_PER_POST);
    put("ladder_deliveries_per_core_second", Matrix.BASE, SHIPS, Figure.DELIVERIES_PER_CORE_SECOND);
    put("ladder_reachable_per_core_second", Matrix.BASE, SHIPS, Figure.REACHABLE_PER_CORE_SECOND);
  }

  private void besideGiant() {
    put("small_author_p99_ms", Matrix.GIANT, SHIPS, Figure.VISIBLE_P99_MS);
    put(
        "small_author_p99_ms_during_giant",
        Matrix.GIANT,
        SHIPS,
        Figure.SMALL_VISIBLE_P99_MS_DURING_GIANT);
    put("giant_visible_p50_ms", Matrix.GIANT, SHIPS, Figure.GIANT_VISIBLE_P50_MS);
    put("giant_visible_p99_ms", Matrix.GIANT, SHIPS, Figure.GIANT_VISIBLE_P99_MS);
    figure(Matrix.GIANT, SHIPS, Figure.VISIBLE_P99_MS)
        .ifPresent(without ->
            figure(Matrix.GIANT, SHIPS, Figure.SMALL_VISIBLE_P99_MS_DURING_GIANT)
                .ifPresent(during -> figures.put("small_author_p99_ratio", during / without)));
  }

  private void put(String name, String cell, String rung, Figure figure) {
    figure(cell, rung, figure).ifPresent(value -> figures.put(name, value));
  }

  private OptionalDouble figure(String cell, String rung, Figure figure) {
    return rowsOf.apply(cell).stream()
        .filter(row -> row.getOrDefault("rung", "").startsWith(rung))
        .map(row -> row.getOrDefault(figure.column(), ""))
        .filter(value -> !value.isEmpty())
        .mapToDouble(Double::parseDouble)
        .findFirst();
  }
}
