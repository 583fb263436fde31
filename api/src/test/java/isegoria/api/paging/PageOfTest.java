package isegoria.api.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A page that is not full leads on where the look left off, and ends where the list ends. */
final class PageOfTest {

  private static final Page DOWN = new Page(3, 100, 0, false);
  private static final Page UP = new Page(3, 100, 0, true);

  private static PageOf<Long> page(OptionalLong leftOff, Long... entries) {
    return new PageOf<>(List.of(entries), leftOff);
  }

  @Test
  void a_full_page_leads_on_from_its_last_entry() {
    PageOf<Long> full = page(OptionalLong.empty(), 90L, 80L, 70L);
    assertThat(full.next(DOWN, Long::longValue)).hasValue(70);
    assertThat(full.next(UP, Long::longValue)).hasValue(90);
    assertThat(full.leadsOn(DOWN)).isTrue();
    assertThat(full.cursors(DOWN, Long::longValue)).containsExactly("90", "80", "70");
  }

  @Test
  void a_page_that_is_not_full_leads_on_from_where_the_look_left_off() {
    PageOf<Long> some = page(OptionalLong.of(20), 90L);
    assertThat(some.next(DOWN, Long::longValue)).hasValue(20);
    assertThat(some.leadsOn(DOWN)).isTrue();
    assertThat(some.cursors(DOWN, Long::longValue)).containsExactly("90", "20");
    PageOf<Long> none = page(OptionalLong.of(60));
    assertThat(none.leadsOn(UP)).isTrue();
    assertThat(none.cursors(UP, Long::longValue)).containsExactly("60");
    assertThat(page(OptionalLong.of(60), 40L).cursors(UP, Long::longValue))
        .containsExactly("60", "40");
  }

  @Test
  void where_the_list_ends_nothing_leads_on() {
    PageOf<Long> last = page(OptionalLong.empty(), 90L);
    assertThat(last.next(DOWN, Long::longValue)).isEmpty();
    assertThat(last.leadsOn(DOWN)).isFalse();
    assertThat(page(OptionalLong.empty()).cursors(DOWN, Long::longValue)).isEmpty();
  }

  @Test
  void what_remains_of_a_range_begins_where_everything_was_seen() {
    assertThat(DOWN.beyond(70)).isEqualTo(new Page(3, 70, 0, false));
    assertThat(UP.beyond(70)).isEqualTo(new Page(3, 100, 70, true));
  }
}
