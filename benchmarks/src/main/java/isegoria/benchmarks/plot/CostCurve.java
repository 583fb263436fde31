package isegoria.benchmarks.plot;

import isegoria.benchmarks.ladder.CellTable;
import isegoria.benchmarks.ladder.Figure;
import isegoria.benchmarks.ladder.Matrix;
import isegoria.benchmarks.plot.Panel.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws what the rung that ships can deliver for a core-second where every active follower reads,
 * against people, fan-out and followers of the biggest account: a picture beside each file of cells
 * that is named.
 */
public final class CostCurve {
  private static final String DELIVERIES = Figure.REACHABLE_PER_CORE_SECOND.column();
  private static final String LABEL = "deliveries per core-second, if all read";

  private CostCurve() {}

  /** Takes files of cells. */
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      Path from = Path.of(file);
      Path to = Path.of(file.replaceFirst("\\.csv$", "") + ".svg");
      Files.writeString(to, svg(CellTable.open(from).rows()));
      System.out.println(to);
    }
  }

  static String svg(List<Map<String, String>> rows) {
    List<Map<String, String>> ships =
        rows.stream().filter(row -> row.getOrDefault("rung", "").startsWith("f: ")).toList();
    List<Panel> panels =
        List.of(
            panel(ships, "people", "people", Set.of("people / 10", "people × 4")),
            panel(ships, "fan-out", "fan_out", Set.of("fan-out 100")),
            panel(
                ships,
                "active followers of the biggest account",
                "top_active_followers",
                Set.of(Matrix.GIANT, "no top account")));
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"%s>\n"
            .formatted(
                panels.size() * Panel.WIDTH,
                Panel.HEIGHT,
                " font-family=\"sans-serif\" font-size=\"11\""));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    for (int at = 0; at < panels.size(); at++) {
      svg.append(panels.get(at).svg(at * Panel.WIDTH));
    }
    return svg.append("</svg>\n").toString();
  }

  /** The base cell and those that differ from it along one axis. */
  private static Panel panel(
      List<Map<String, String>> rows, String label, String column, Set<String> cells) {
    return new Panel(
        label,
        LABEL,
        rows.stream()
            .filter(row -> cells.contains(row.get("cell")) || Matrix.BASE.equals(row.get("cell")))
            .map(row -> new Point(number(row, column), number(row, DELIVERIES)))
            .toList());
  }

  private static double number(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw new IllegalArgumentException("cells: no " + column + " in " + row.keySet());
    }
    return Double.parseDouble(value);
  }
}
