package isegoria.timeline.feed.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TailTableTest {

  private static AuthorTail of(long id) {
    var tail = new AuthorTail();
    tail.add(id);
    return tail;
  }

  @Test
  void it_holds_what_a_map_holds_while_it_grows_and_shrinks() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new SplittableRandom(seed);
      var table = new TailTable();
      var expected = new HashMap<Long, AuthorTail>();
      int authors = 1 + random.nextInt(300);
      for (int change = 0; change < 2_000; change++) {
        long author = 1 + random.nextLong(authors);
        // Mostly in at first, mostly out in the end.
        if (random.nextInt(2_000) > change) {
          var tail = of(1 + random.nextLong(1_000));
          table.put(author, tail);
          expected.put(author, tail);
        } else {
          table.remove(author);
          expected.remove(author);
        }
        assertThat(table.size()).isEqualTo(expected.size());
        if (change % 50 == 0) {
          for (long each = 0; each <= authors; each++) {
            AuthorTail tail = expected.get(each);
            assertThat(table.tail(each)).as("seed %d", seed).isSameAs(tail);
            assertThat(table.newest(each))
                .as("seed %d", seed)
                .isEqualTo(tail == null ? TailTable.NONE : tail.newest());
          }
        }
      }
    }
  }

  @Test
  void it_takes_memory_for_those_who_are_in_it() {
    var table = new TailTable();
    long empty = table.bytes();
    for (long author = 1; author <= 10_000; author++) {
      table.put(author, of(author));
    }
    assertThat(table.bytes()).isBetween(10_000L * 20, 10_000L * 54);
    for (long author = 1; author <= 10_000; author++) {
      table.remove(author);
    }
    assertThat(table.bytes()).isEqualTo(empty);
  }

  @Test
  void nobody_has_no_tail() {
    var table = new TailTable();
    assertThatThrownBy(() -> table.put(0, of(1))).isInstanceOf(IllegalArgumentException.class);
    assertThat(table.tail(0)).isNull();
  }
}
