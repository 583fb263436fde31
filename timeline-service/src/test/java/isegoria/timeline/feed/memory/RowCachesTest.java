package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RowCachesTest {

  private static final long BYTES = 1_000_000;
  private static final long ANA = 1;

  private final Rows rows = new Rows();
  private final PostCache posts = new PostCache(rows, BYTES);
  private final AccountCache accounts = new AccountCache(_ -> Map.of(), BYTES);
  private final RowCaches copies = new RowCaches(posts, accounts);

  /** Pins that change while nobody tells. */
  private static final class Rows extends NoPosts {
    private List<Long> pins = List.of(1L);

    @Override
    public List<Long> pins(long authorId) {
      return pins;
    }
  }

  private List<Long> pinsAfter(List<Long> before) {
    rows.pins = before;
    assertThat(posts.pins(ANA)).isEqualTo(before);
    rows.pins = List.of(9L);
    return posts.pins(ANA);
  }

  @Test
  void nothing_is_kept_before_tables_are_said_to_be_current() {
    assertThat(pinsAfter(List.of(1L))).containsExactly(9L);
    copies.tablesAreCurrent(true);
    assertThat(pinsAfter(List.of(2L))).containsExactly(2L);
  }

  @Test
  void nothing_is_kept_while_rows_may_be_lost_and_all_is_asked_for_again_after_it() {
    copies.tablesAreCurrent(true);
    copies.suspend();
    copies.suspend();
    assertThat(pinsAfter(List.of(1L))).containsExactly(9L);
    copies.resume();
    copies.tablesAreCurrent(true);
    assertThat(pinsAfter(List.of(2L))).as("a second loss").containsExactly(9L);
    copies.resume();
    assertThat(pinsAfter(List.of(3L))).containsExactly(3L);
  }

  @Test
  void what_was_loaded_before_the_loss_was_noticed_is_forgotten() {
    copies.tablesAreCurrent(true);
    assertThat(pinsAfter(List.of(1L))).containsExactly(1L);
    copies.suspend();
    copies.resume();
    assertThat(posts.pins(ANA)).containsExactly(9L);
  }
}
