package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RowCacheTest {
  private static final long BYTES = 1_000_000;

  private final RowCache<Long, String> copies = new RowCache<>(BYTES, String::length);
  private final List<List<Long>> asked = new ArrayList<>();

  RowCacheTest() {
    copies.keepLoads(true);
  }

  private Map<Long, String> load(List<Long> keys, Map<Long, String> rows) {
    asked.add(keys);
    return rows;
  }

  private Map<Long, String> page(Map<Long, String> rows, Long... keys) {
    return copies.of(List.of(keys), missing -> load(missing, rows));
  }

  @Nested
  final class Loading {
    @Test
    void a_row_is_asked_for_once_and_so_is_one_that_is_not_there() {
      assertThat(page(Map.of(1L, "a"), 1L, 2L)).isEqualTo(Map.of(1L, "a"));
      assertThat(page(Map.of(1L, "late", 2L, "late"), 1L, 2L)).isEqualTo(Map.of(1L, "a"));
      assertThat(asked).containsExactly(List.of(1L, 2L));
    }

    @Test
    void what_changes_while_it_is_loaded_is_shown_and_not_kept() {
      Map<Long, String> shown =
          copies.of(
              List.of(1L),
              _ -> {
                copies.update(1L, _ -> "new");
                return Map.of(1L, "old");
              });
      assertThat(shown).isEqualTo(Map.of(1L, "old"));
      assertThat(page(Map.of(1L, "new"), 1L)).isEqualTo(Map.of(1L, "new"));
      assertThat(asked).containsExactly(List.of(1L));
    }

    @Test
    void what_was_kept_while_it_was_loaded_stays() {
      copies.of(
          List.of(1L),
          _ -> {
            copies.put(1L, "new");
            return Map.of(1L, "old");
          });
      assertThat(page(Map.of(), 1L)).isEqualTo(Map.of(1L, "new"));
    }

    @Test
    void nothing_is_kept_while_rows_are_older_than_what_came_here() {
      copies.keepLoads(false);
      assertThat(page(Map.of(1L, "old"), 1L)).isEqualTo(Map.of(1L, "old"));
      copies.keepLoads(true);
      assertThat(page(Map.of(1L, "new"), 1L)).isEqualTo(Map.of(1L, "new"));
    }

    @Test
    void what_is_forgotten_while_it_is_loaded_is_asked_for_again() {
      copies.of(
          List.of(1L),
          _ -> {
            copies.clear();
            return Map.of(1L, "old");
          });
      assertThat(page(Map.of(1L, "made again"), 1L)).isEqualTo(Map.of(1L, "made again"));
    }
  }

  @Nested
  final class Changing {
    @Test
    void a_change_shows_at_once() {
      copies.put(1L, "a");
      copies.update(1L, before -> before + "b");
      assertThat(page(Map.of(), 1L)).isEqualTo(Map.of(1L, "ab"));
      copies.put(1L, null);
      assertThat(page(Map.of(1L, "gone"), 1L)).isEmpty();
    }

    @Test
    void a_row_that_was_not_there_may_come() {
      page(Map.of(), 1L);
      copies.update(1L, before -> before == null ? "first" : "later");
      assertThat(page(Map.of(), 1L)).isEqualTo(Map.of(1L, "first"));
    }

    @Test
    void a_change_of_what_is_not_kept_leaves_it_to_the_table() {
      copies.update(1L, _ -> "unknown");
      assertThat(page(Map.of(1L, "row"), 1L)).isEqualTo(Map.of(1L, "row"));
    }
  }

  @Test
  void memory_is_bounded() {
    var small = new RowCache<Long, String>(1_000, _ -> 100);
    for (long key = 0; key < 10_000; key++) {
      small.put(key, "x");
    }
    assertThat(small.sizeAfterCleanUp()).isBetween(1L, 10L);
  }
}
