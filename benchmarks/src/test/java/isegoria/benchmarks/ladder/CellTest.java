package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.benchmarks.ladder.ExpectedFeeds.Difference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CellTest {

  private static Cell cell(double page, int failed, long missing) {
    return new Cell(
        "f: x", Map.of(Figure.PAGE_CPU_US, page), failed, new Difference(10, missing, 0, 0));
  }

  @Test
  void a_median_hides_no_error_and_no_difference() {
    Cell median = Cell.median(List.of(cell(5, 0, 0), cell(900, 2, 1), cell(7, 1, 0)));
    assertThat(median.get(Figure.PAGE_CPU_US)).isEqualTo(7);
    assertThat(median.failed()).isEqualTo(3);
    assertThat(median.difference().missing()).isEqualTo(1);
    assertThat(median.difference().entries()).isEqualTo(30);
  }

  @Test
  void what_was_not_measured_is_empty_in_the_table() {
    Map<String, Object> fields = cell(5, 0, 0).fields();
    assertThat(fields).containsEntry("page_cpu_us", 5.0).containsEntry("feed_cpu_us", "");
    assertThat(fields).hasSize(Figure.values().length + 5);
  }
}
