package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CellTableTest {

  @TempDir private Path directory;

  private CellTable opened() {
    return CellTable.open(directory.resolve("results/cells.csv"));
  }

  @Test
  void what_was_measured_is_there_after_a_run_was_stopped() {
    CellTable first = opened();
    first.add(row("base", 1.5));
    first.add(row("load 50 %", 2));

    CellTable again = opened();

    assertThat(again.rows()).isEqualTo(first.rows()).hasSize(2);
    assertThat(again.with(Map.of("cell", "base"))).hasSize(1);
    assertThat(again.with(Map.of("cell", "base", "cpu", "1.500"))).hasSize(1);
    assertThat(again.with(Map.of("cell", "base", "cpu", "2.000"))).isEmpty();
    again.add(row("load 90 %", 3));
    assertThat(opened().rows()).hasSize(3);
  }

  @Test
  void a_row_that_would_not_be_read_again_is_refused() {
    CellTable table = opened();
    table.add(row("base", 1));

    assertThatThrownBy(() -> table.add(row("a, b", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table.add(Map.of("other", 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(opened().rows()).hasSize(1);
  }

  @Test
  void rows_of_another_version_are_refused_before_anything_is_measured() {
    CellTable table = opened();
    table.requireColumns(List.of("cell", "other"));
    table.add(row("base", 1));

    table.requireColumns(List.of("cell", "cpu"));
    assertThatThrownBy(() -> table.requireColumns(List.of("cell", "other")))
        .hasMessageContaining("another version");
  }

  private static Map<String, Object> row(String cell, double cpu) {
    return new TreeMap<>(Map.of("cell", cell, "cpu", cpu));
  }
}
