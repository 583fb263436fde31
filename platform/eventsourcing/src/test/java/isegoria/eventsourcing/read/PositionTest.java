package isegoria.eventsourcing.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Positions as text, and readers who wait for them. */
final class PositionTest {

  private static final Position THIRD = new Position("post.states.v1", 2, 3);

  @Test
  void text_and_back() {
    assertThat(Position.parse(THIRD + ", " + THIRD)).containsExactly(THIRD, THIRD);
  }

  @Test
  void what_is_no_position_is_left_out() {
    assertThat(Position.parse("x, post/1, post/1@x, /1@2,, post/999999@1")).isEmpty();
  }

  @Test
  void a_header_without_end_is_bounded() {
    assertThat(Position.parse((THIRD + ",").repeat(1_000))).hasSize(Position.HEADER_POSITIONS_MAX);
  }

  @Test
  void a_reader_waits_until_every_view_of_the_topic_has_passed() throws Exception {
    Barrier barrier = new Barrier();
    Progress rows = new Progress("rows");
    Progress memory = new Progress("memory");
    barrier.register(THIRD.topic(), rows);
    barrier.register(THIRD.topic(), memory);
    rows.advance(THIRD.topic(), 2, 3);
    CompletableFuture<Boolean> reader =
        CompletableFuture.supplyAsync(() -> await(barrier, Duration.ofMinutes(1)));

    assertThat(barrier.await(List.of(THIRD), Duration.ofMillis(1))).isFalse();
    assertThat(reader).isNotDone();
    memory.advance(THIRD.topic(), 2, 4);

    assertThat(reader.get()).isTrue();
  }

  @Test
  void a_view_that_lags_slows_no_reader_of_others() throws Exception {
    Barrier barrier = new Barrier();
    Progress current = new Progress("current");
    barrier.register(THIRD.topic(), current);
    barrier.register(THIRD.topic(), new Progress("lagging"));
    current.advance(THIRD.topic(), 2, 3);

    assertThat(barrier.await(List.of(THIRD), Set.of("current")::contains, Duration.ZERO)).isTrue();
    assertThat(barrier.await(List.of(THIRD), Set.of("lagging")::contains, Duration.ZERO)).isFalse();
    assertThat(barrier.await(List.of(THIRD), Duration.ZERO)).isFalse();
    assertThat(barrier.views()).containsExactlyInAnyOrder("current", "lagging");
  }

  @Test
  void a_topic_that_no_view_reads_is_waited_for_by_nobody() throws Exception {
    assertThat(new Barrier().await(List.of(THIRD), Duration.ZERO)).isTrue();
  }

  private static boolean await(Barrier barrier, Duration limit) {
    try {
      return barrier.await(List.of(THIRD), limit);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
