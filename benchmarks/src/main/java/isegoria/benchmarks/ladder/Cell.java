package isegoria.benchmarks.ladder;

import isegoria.benchmarks.ladder.ExpectedFeeds.Difference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * One rung in one round, or the median of some.
 *
 * @param figures those that were measured
 * @param failed requests that ended with an error
 */
public record Cell(String rung, Map<Figure, Double> figures, int failed, Difference difference) {

  public Cell {
    var own = new EnumMap<Figure, Double>(Figure.class);
    own.putAll(figures);
    figures = own;
  }

  /** Not a number where it was not measured. */
  public double get(Figure figure) {
    return figures.getOrDefault(figure, Double.NaN);
  }

  /** The same with another figure. */
  Cell with(Figure figure, double value) {
    var all = new EnumMap<Figure, Double>(Figure.class);
    all.putAll(figures);
    all.put(figure, value);
    return new Cell(rung, all, failed, difference);
  }

  /** The median of each figure over some rounds; errors and differences add up. */
  static Cell median(List<Cell> rounds) {
    var figures = new EnumMap<Figure, Double>(Figure.class);
    for (Figure figure : Figure.values()) {
      List<Double> sorted =
          rounds.stream().map(cell -> cell.get(figure)).filter(Double::isFinite).sorted().toList();
      if (!sorted.isEmpty()) {
        figures.put(figure, sorted.get((sorted.size() - 1) / 2));
      }
    }
    return new Cell(
        rounds.getFirst().rung(),
        figures,
        sum(rounds, Cell::failed),
        rounds.stream().map(Cell::difference).reduce(Difference.NONE, Difference::and));
  }

  private static int sum(List<Cell> rounds, ToIntFunction<Cell> count) {
    return rounds.stream().mapToInt(count).sum();
  }

  /** Every figure by its column's name. */
  public String line() {
    var parts = new ArrayList<String>();
    figures.forEach(
        (figure, value) -> parts.add("%s %s".formatted(figure.column(), rounded(value))));
    return "%s: %s; failed %d; entries compared %,d, missing %d, extra %d, out of order %d"
        .formatted(
            rung,
            String.join(", ", parts),
            failed,
            difference.entries(),
            difference.missing(),
            difference.extra(),
            difference.outOfOrder());
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.3g" : "%,.0f", value);
  }

  /** A row of the table: every column, those that were not measured empty. */
  public Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("rung", rung);
    for (Figure figure : Figure.values()) {
      double value = get(figure);
      fields.put(figure.column(), Double.isFinite(value) ? value : "");
    }
    fields.put("failed", failed);
    fields.put("missing", difference.missing());
    fields.put("extra", difference.extra());
    fields.put("out_of_order", difference.outOfOrder());
    return fields;
  }
}
