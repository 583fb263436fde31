package isegoria.benchmarks;

import isegoria.benchmarks.ladder.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures that a ladder is read for. */
final class FeedFigures {
  private FeedFigures() {}

  /** Feed work of the rung that ships, and how much more the others do; by their letters. */
  static Map<String, Object> of(List<Cell> cells) {
    var figures = new LinkedHashMap<String, Object>();
    Optional<Cell> ships = rung(cells, "f: ");
    if (ships.isPresent()) {
      double feedWork = ships.get().feedCpuMicros();
      if (feedWork <= 0) {
        throw new IllegalStateException("feed work: " + feedWork + " µs (expected: > 0)");
      }
      figures.put("f_cpu_us_per_post", feedWork);
      rung(cells, "a: ").ifPresent(a -> figures.put("f_ratio_row", a.feedCpuMicros() / feedWork));
      rung(cells, "d: ").ifPresent(d -> figures.put("f_ratio_redis", d.feedCpuMicros() / feedWork));
      figures.put("ladder_visible_p99_ms", ships.get().visibleP99Millis());
      figures.put("ladder_page_p99_ms", ships.get().pageP99Millis());
      figures.put("ladder_deliveries_per_core_second", ships.get().deliveriesPerCoreSecond());
    }
    return figures;
  }

  private static Optional<Cell> rung(List<Cell> cells, String beginning) {
    return cells.stream().filter(cell -> cell.rung().startsWith(beginning)).findFirst();
  }
}
