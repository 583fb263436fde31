package isegoria.benchmarks.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CostCurveTest {

  private static Map<String, String> row(String cell, String rung, String people, String most) {
    return Map.of(
        "cell", cell,
        "rung", rung,
        "people", people,
        "fan_out", "403",
        "top_active_followers", "2200",
        "reachable_per_core_second", most);
  }

  @Test
  void every_cell_of_an_axis_is_a_point_and_other_rungs_are_none() {
    String svg =
        CostCurve.svg(
            List.of(
                row("base", "f: scan and snapshots", "10000", "90000"),
                row("base", "a: row per delivery", "10000", "200"),
                row("people × 4", "f: scan and snapshots", "40000", "20000"),
                row("load 50 %", "f: scan and snapshots", "10000", "70000")));

    assertThat(svg).startsWith("<svg ").contains(">10 k</text>", ">100 k</text>");
    // Two of people; the base cell alone of fan-out and of followers.
    assertThat(svg.split("<circle", -1)).hasSize(1 + 2 + 1 + 1);
  }

  @Test
  void a_table_without_a_column_is_refused_by_its_name() {
    assertThatThrownBy(() -> CostCurve.svg(List.of(Map.of("cell", "base", "rung", "f: x"))))
        .hasMessageContaining("people");
  }
}
