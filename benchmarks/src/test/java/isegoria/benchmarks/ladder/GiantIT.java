package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One account whom thousands follow, through a real broker and database. */
final class GiantIT {

  @Test
  void every_active_follower_sees_every_post_at_once() {
    assertAllSee(new Giant.Sizes(10_000, 100, 5, 10, Duration.ofMillis(50)));
  }

  @Tag("proof")
  @Test
  void every_active_follower_of_twice_as_many_sees_every_post_at_once() {
    assertAllSee(new Giant.Sizes(20_000, 300, 20, 30, Duration.ofMillis(200)));
  }

  private static void assertAllSee(Giant.Sizes sizes) {
    Map<String, Object> figures = Giant.run(sizes, 3, System.out::println);
    assertThat(Giant.isRight(figures)).as(figures.toString()).isTrue();
    assertThat(figures).containsEntry("edges", (long) sizes.followers());
  }
}
