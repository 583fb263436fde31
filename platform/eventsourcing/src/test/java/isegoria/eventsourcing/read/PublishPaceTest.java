package isegoria.eventsourcing.read;

import static isegoria.eventsourcing.read.PublishPace.BEHIND_MAX;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class PublishPaceTest {

  /** Its clock stands still unless it is told to go on. */
  private static final class Time {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Duration> delays = new ArrayList<>();
    private Duration now = Duration.ofHours(1);

    void after(Duration delay, Runnable task) {
      delays.add(delay);
      tasks.add(task);
    }

    void goOn(Duration by) {
      now = now.plus(by);
    }

    void runDue() {
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
    }
  }

  private final Time time = new Time();
  private final List<String> published = new ArrayList<>();
  private Runnable meanwhile = () -> {};
  private final PublishPace pace =
      new PublishPace(
          (place, position) -> {
            published.add(place + "@" + position);
            meanwhile.run();
          },
          time::after,
          () -> time.now.toNanos());

  @Test
  void the_first_position_goes_at_once_and_so_does_one_after_a_pause() {
    pace.passed("posts/states/0", 1);
    time.runDue();
    time.goOn(BEHIND_MAX);
    pace.passed("posts/states/0", 2);
    time.runDue();
    assertThat(time.delays).containsExactly(Duration.ZERO, Duration.ZERO);
    assertThat(published).containsExactly("posts/states/0@1", "posts/states/0@2");
  }

  @Test
  void those_that_follow_at_once_go_together_and_of_each_place_the_highest() {
    pace.passed("posts/states/0", 1);
    time.runDue();
    published.clear();
    time.goOn(Duration.ofMillis(10));
    for (int position = 2; position <= 50; position++) {
      pace.passed("posts/states/0", position);
    }
    pace.passed("posts/states/1", 9);
    pace.passed("posts/states/0", 40);
    assertThat(published).as("not yet").isEmpty();
    time.runDue();
    assertThat(published).containsExactlyInAnyOrder("posts/states/0@50", "posts/states/1@9");
  }

  @Test
  void none_waits_longer_than_the_bound() {
    pace.passed("posts/states/0", 1);
    time.runDue();
    time.goOn(Duration.ofMillis(10));
    pace.passed("posts/states/0", 2);
    time.goOn(Duration.ofMillis(10));
    pace.passed("posts/states/0", 3);
    assertThat(time.delays)
        .as("one flush is due, %s after the last", BEHIND_MAX)
        .containsExactly(Duration.ZERO, BEHIND_MAX.minusMillis(10));
  }

  @Test
  void what_was_published_is_not_published_again() {
    pace.passed("posts/states/0", 1);
    time.runDue();
    pace.passed("posts/states/1", 5);
    time.runDue();
    pace.flush();
    assertThat(published).containsExactly("posts/states/0@1", "posts/states/1@5");
  }

  @Test
  void a_position_that_comes_while_others_are_published_is_due_again() {
    meanwhile =
        () -> {
          meanwhile = () -> {};
          pace.passed("posts/states/0", 2);
        };
    pace.passed("posts/states/0", 1);
    time.runDue();
    assertThat(published).containsExactly("posts/states/0@1", "posts/states/0@2");
  }
}
