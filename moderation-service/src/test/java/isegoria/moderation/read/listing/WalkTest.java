package isegoria.moderation.read.listing;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WalkTest {
  private final List<Integer> portions = new ArrayList<>();

  private static Iterator<Long> down(long from) {
    return LongStream.rangeClosed(1, from).map(id -> from + 1 - id).boxed().iterator();
  }

  /** Every entry is its id, but for those that are gone. */
  private Map<Long, Long> found(Collection<Long> ids) {
    portions.add(ids.size());
    return ids.stream()
        .filter(id -> id % 10 != 0)
        .collect(Collectors.toMap(Function.identity(), Function.identity()));
  }

  @Test
  void a_page_is_filled_past_entries_that_are_gone() {
    PageOf<Long> page = Walk.of(Page.first(3)).fill(down(21), this::found, id -> true);
    assertThat(page.entries()).containsExactly(21L, 19L, 18L);
    assertThat(page.leftOff()).isEmpty();
    assertThat(portions).as("no more than may be needed at first").startsWith(3);
  }

  @Test
  void a_filter_that_fits_nothing_leads_on_from_where_the_look_ended() {
    PageOf<Long> page = Walk.of(Page.first(20)).fill(down(5_000), this::found, id -> id == 1);
    assertThat(page.entries()).isEmpty();
    assertThat(page.leftOff()).hasValue(4_001);
    assertThat(portions).allMatch(size -> size <= 100);
    assertThat(portions.stream().mapToInt(size -> size).sum()).isEqualTo(1_000);
  }

  @Test
  void at_the_end_of_the_list_nothing_leads_on() {
    PageOf<Long> page = Walk.of(Page.first(20)).fill(down(4), this::found, id -> id < 3);
    assertThat(page.entries()).containsExactly(2L, 1L);
    assertThat(page.leftOff()).isEmpty();
  }

  @Test
  void from_the_oldest_the_page_is_still_newest_first() {
    var oldest = new Page(2, Page.NEWEST, 0, true);
    Iterator<Long> up = LongStream.rangeClosed(1, 9).boxed().iterator();
    assertThat(Walk.of(oldest).fill(up, this::found, id -> true).entries()).containsExactly(2L, 1L);
  }
}
