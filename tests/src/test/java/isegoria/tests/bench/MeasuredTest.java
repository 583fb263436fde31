package isegoria.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.platform.Traffic;
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
        Map.of("kafka", 0.3, "post-0", 0.5, "idle", 0.0),
        new Traffic(
            Map.of("post.events.v1", 200L, "post.commands.v1", 100L, "seldom", 1L),
            Map.of("Fetch", 950L),
            Map.of("post.post", 100L),
            Map.of()));
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
    assertThat(upToAHundred(30).cpuMillisEach()).isEqualTo(8.0);
    assertThat(upToAHundred(30).processes()).isEqualTo("post-0 5.00, kafka 3.00");
  }

  @Test
  void what_one_request_causes_is_told_by_topic_and_table() {
    assertThat(upToAHundred(30).perAct())
        .isEqualTo("post: 3.0 records, 9.5 broker requests, 1.0 rows written, 0.0 read");
    assertThat(upToAHundred(30).details())
        .isEqualTo(
            "records: post.events.v1 2.0, post.commands.v1 1.0; requests: Fetch 9.5;"
                + " written: post.post 1.0; read: ");
  }
}
