package isegoria.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class MeasuredTest {

  /** A hundred requests of 1, 2, … 100 ms, in two seconds. */
  private static Measured upToAHundred(int aimMillis) {
    long[] nanos = LongStream.rangeClosed(1, 100).map(each -> (101 - each) * 1_000_000).toArray();
    return Measured.of(
        "post",
        LatencyTarget.ofMillis(50, aimMillis),
        1,
        nanos,
        Duration.ofSeconds(2),
        Map.of("kafka", 0.3, "post-0", 0.5, "idle", 0.0));
  }

  @Test
  void half_of_the_answers_must_come_within_the_aim() {
    assertThat(upToAHundred(50).holds()).isTrue();
    assertThat(upToAHundred(49).holds()).isFalse();
  }

  @Test
  void the_line_says_times_rate_and_processors() {
    assertThat(upToAHundred(30).line())
        .isEqualTo(
            "post, 1 at once: p50 50.0 ms, p99 99.0 ms (aim p50 30 ms: missed), 50/s,"
                + " CPU 8.00 s per 1,000");
    assertThat(upToAHundred(30).processes()).isEqualTo("post-0 5.00, kafka 3.00");
  }
}
