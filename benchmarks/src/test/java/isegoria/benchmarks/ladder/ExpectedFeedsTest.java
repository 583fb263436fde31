package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.benchmarks.SocialGraph;
import isegoria.benchmarks.ladder.ExpectedFeeds.Difference;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

final class ExpectedFeedsTest {
  private static final int POSTS = 500;

  private final Network network = new Network(new SocialGraph(100, 10, 0.2, 1), 1);
  private final ExpectedFeeds written = new ExpectedFeeds();

  @Test
  void a_right_rung_shows_what_was_written() {
    Difference difference = compared(_ -> false);
    assertThat(difference.isNone()).isTrue();
    assertThat(difference.entries()).isGreaterThan(1_000);
  }

  @Test
  void a_rung_that_forgets_an_author_lacks_posts_and_shows_older_ones() {
    Difference difference = compared(author -> author == network.followedBy(5)[0]);
    assertThat(difference.missing()).isPositive();
    assertThat(difference.extra()).isPositive();
  }

  @Test
  void a_page_in_another_order_is_told() {
    var rung = new InMemoryRung(network, _ -> false);
    post(rung);
    Rung turned = new Turned(rung);
    assertThat(written.compare(network, turned, network.active()).outOfOrder()).isPositive();
  }

  @Test
  void ids_have_to_rise() {
    written.add(5, 1);
    assertThatThrownBy(() -> written.add(5, 1)).hasMessageContaining("id: 5");
  }

  private Difference compared(IntPredicate forgotten) {
    var rung = new InMemoryRung(network, forgotten);
    post(rung);
    return written.compare(network, rung, network.active());
  }

  private void post(Rung rung) {
    for (int i = 1; i <= POSTS; i++) {
      int author = i * 37 % network.people();
      written.add(i, author);
      rung.post(i, author);
    }
  }

  /** Shows the oldest of a page first. */
  private record Turned(Rung rung) implements Rung {
    @Override
    public String name() {
      return rung.name();
    }

    @Override
    public void open() {
      rung.open();
    }

    @Override
    public CompletionStage<?> post(long id, int author) {
      return rung.post(id, author);
    }

    @Override
    public long[] page(int reader, long olderThan) {
      return Arrays.stream(rung.page(reader, olderThan)).sorted().toArray();
    }

    @Override
    public int pushed(int author) {
      return rung.pushed(author);
    }

    @Override
    public void close() {
      rung.close();
    }
  }
}
