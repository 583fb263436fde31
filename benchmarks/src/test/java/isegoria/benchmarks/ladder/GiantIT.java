package isegoria.benchmarks.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One account whom thousands follow, through a real broker and database. */
final class GiantIT {
  private static final Giant.Sizes SIZES =
      new Giant.Sizes(20_000, 300, 20, 30, Duration.ofMillis(200));

  @Test
  void every_active_follower_sees_every_post_at_once() {
    Map<String, Object> figures = Giant.run(SIZES, 3, System.out::println);
    assertThat(Giant.isRight(figures)).as(figures.toString()).isTrue();
    assertThat(figures).containsEntry("edges", 20_000L);
  }
}
