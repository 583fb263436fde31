package isegoria.tests.overload;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.tests.client.Api;
import isegoria.tests.client.Call;
import isegoria.tests.client.Person;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OverloadResultTest {
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Person ANA =
      new Person(new Api(URI.create("http://localhost:1"), 1), "1", "ana", "token");
  private static final Step HOME = new Step.Home(ANA, Call.get("/home"));
  private static final Step PUBLISH = new Step.Publish(ANA, Call.post("/statuses"));
  private static final MemoryUse FLAT =
      new MemoryUse(Map.of("post-0", 100_000L), Map.of("post-0", 110_000L), 25);

  private static Sent home(int status, boolean retryAfter, Duration took) {
    return Sent.answered(HOME, status, retryAfter, took, "");
  }

  private static OverloadResult judged(int heldBack, int lost, MemoryUse memory, Sent... more) {
    List<Sent> all = Stream.concat(Stream.of(home(200, false, SOON)), Stream.of(more)).toList();
    return new OverloadResult(
        100,
        200,
        Duration.ofSeconds(10),
        Tally.of(all, DEADLINE),
        heldBack,
        lost,
        DEADLINE,
        memory);
  }

  private static OverloadResult judged(Sent... more) {
    return judged(0, 0, FLAT, more);
  }

  @Test
  void successes_and_agreed_refusals_in_time_hold() {
    OverloadResult result =
        judged(
            home(503, true, SOON),
            home(429, false, SOON),
            Sent.answered(PUBLISH, 200, false, SOON, "17"));
    assertThat(result.holds()).isTrue();
    assertThat(result.line())
        .isEqualTo(
            "overload: saturated at 100/s, offered 200/s for 10 s: 2 successes, 1 × 503, 1 × 429,"
                + " other 0, late 0 (deadline 10 s), held back 0, lost 0, memory +10 %");
  }

  @Test
  void an_answer_500_is_found() {
    OverloadResult result = judged(home(500, false, SOON));
    assertThat(result.holds()).isFalse();
    assertThat(result.losesNothing()).isFalse();
    assertThat(result.tally().examples()).containsExactly("GET /home: status 500 after 0.2 s");
  }

  @Test
  void a_refusal_that_does_not_say_when_to_come_back_is_found() {
    assertThat(judged(home(503, false, SOON)).holds()).isFalse();
  }

  @Test
  void a_broken_connection_is_found() {
    assertThat(judged(Sent.failed(HOME, SOON, "connection reset")).holds()).isFalse();
  }

  @Test
  void a_late_answer_is_found_whatever_it_says() {
    assertThat(judged(home(200, false, DEADLINE.plusMillis(1))).losesNothing()).isTrue();
    assertThat(judged(home(200, false, DEADLINE.plusMillis(1))).holds()).isFalse();
    assertThat(judged(home(503, true, DEADLINE.plusMillis(1))).holds()).isFalse();
  }

  @Test
  void an_acknowledgement_without_a_post_is_found() {
    assertThat(judged(Sent.answered(PUBLISH, 200, false, SOON, "")).holds()).isFalse();
  }

  @Test
  void a_lost_post_is_found() {
    assertThat(judged(0, 1, FLAT).holds()).isFalse();
    assertThat(judged(0, 1, FLAT).losesNothing()).isFalse();
  }

  @Test
  void memory_that_grows_is_found_and_so_is_a_process_that_ended() {
    var grown =
        new MemoryUse(
            Map.of("kafka", 900_000L, "post-0", 100_000L),
            Map.of("kafka", 900_000L, "post-0", 126_000L),
            25);
    assertThat(judged(0, 0, grown).holds()).isFalse();
    assertThat(grown.processes())
        .isEqualTo("kafka 878 → 878 (+0 %), post-0 97 → 123 (+26 %) NOT FLAT");
    assertThat(judged(0, 0, new MemoryUse(Map.of("kafka", 9L), Map.of("kafka", 0L), 25)).holds())
        .isFalse();
  }

  @Test
  void a_load_that_was_held_back_is_no_overload() {
    assertThat(judged(100, 0, FLAT).holds()).isTrue();
    assertThat(judged(101, 0, FLAT).holds()).isFalse();
  }

  @Test
  void nothing_but_refusals_is_no_service() {
    var result =
        new OverloadResult(
            100,
            200,
            Duration.ofSeconds(10),
            Tally.of(List.of(home(503, true, SOON)), DEADLINE),
            0,
            0,
            DEADLINE,
            FLAT);
    assertThat(result.holds()).isFalse();
  }
}
