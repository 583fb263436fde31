package isegoria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.benchmarks.ladder.Matrix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FeedFiguresTest {

  private static Map<String, String> row(String rung, String feedWork) {
    return Map.of("rung", rung, "feed_cpu_us", feedWork);
  }

  private static Map<String, Object> figures(List<Map<String, String>> tenth) {
    return FeedFigures.of(cell -> cell.equals(Matrix.TENTH_ACTIVE) ? tenth : List.of());
  }

  @Test
  void feed_work_is_compared_within_its_cell() {
    assertThat(figures(List.of(row("a: rows", "5000"), row("d: Redis", "600"), row("f: x", "200"))))
        .containsEntry("f_cpu_us_per_post", 200.0)
        .containsEntry("f_ratio_row", 25.0)
        .containsEntry("f_ratio_redis", 3.0);
  }

  @Test
  void what_was_not_measured_or_is_less_than_nothing_has_no_ratio() {
    assertThat(figures(List.of(row("a: rows", "5000"), row("f: x", "")))).isEmpty();
    assertThat(figures(List.of(row("a: rows", "5000"), row("f: x", "-3"))))
        .containsOnlyKeys("f_cpu_us_per_post");
  }

  @Test
  void targets_are_told_as_met_or_missed_and_only_where_there_is_a_figure() {
    assertThat(FeedTargets.lines(Map.of("f_cpu_us_per_post", 101.0, "f_ratio_row", 10.0)))
        .containsExactly(
            "target: f_cpu_us_per_post 101.00 (at most 100.0): missed",
            "target: f_ratio_row 10.00 (at least 10.0): met");
  }
}
