package isegoria.gateway.position;

import static isegoria.gateway.testing.TestGateway.ANA;
import static isegoria.gateway.testing.TestGateway.BO;
import static org.assertj.core.api.Assertions.assertThat;

import isegoria.gateway.auth.Caller;
import isegoria.gateway.testing.FakeService.Reply;
import isegoria.gateway.testing.ManualClock;
import isegoria.gateway.testing.TestGateway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PositionsTest {
  private static final Caller FIRST = new Caller.Bearer("s1", "1", "jwt");
  private static final Caller SECOND = new Caller.Bearer("s2", "2", "jwt");
  private static final Caller APP = new Caller.Bearer("s3", null, "jwt");

  private final ManualClock clock = new ManualClock();

  private Positions positions(Consistency consistency) {
    return new Positions(consistency, Duration.ofSeconds(30), clock);
  }

  @Test
  void the_highest_of_each_partition_is_kept() {
    Positions positions = positions(Consistency.SESSION);
    positions.keep(FIRST, List.of("a.v1/0@5, b.v1/2@7"));
    positions.keep(FIRST, List.of("a.v1/0@3", "a.v1/1@1"));
    assertThat(positions.of(FIRST)).isEqualTo("a.v1/0@5,a.v1/1@1,b.v1/2@7");
  }

  @Test
  void in_a_session_only_ones_own_writes_count() {
    Positions positions = positions(Consistency.SESSION);
    positions.keep(FIRST, List.of("a.v1/0@5"));
    assertThat(positions.of(SECOND)).isEmpty();
    assertThat(positions.of(new Caller.Anonymous())).isEmpty();
  }

  @Test
  void what_an_app_wrote_counts_for_everybody() {
    Positions positions = positions(Consistency.SESSION);
    positions.keep(APP, List.of("a.v1/0@5"));
    positions.keep(FIRST, List.of("a.v1/0@9"));
    assertThat(positions.of(SECOND)).isEqualTo("a.v1/0@5");
    assertThat(positions.of(FIRST)).isEqualTo("a.v1/0@9");
  }

  @Test
  void strictly_everybodys_writes_count_for_everybody() {
    Positions positions = positions(Consistency.STRICT);
    positions.keep(FIRST, List.of("a.v1/0@5"));
    assertThat(positions.of(SECOND)).isEqualTo("a.v1/0@5");
    assertThat(positions.of(new Caller.Anonymous())).isEqualTo("a.v1/0@5");
  }

  @Test
  void a_position_is_sent_for_half_a_minute() {
    Positions positions = positions(Consistency.STRICT);
    positions.keep(FIRST, List.of("a.v1/0@5"));
    clock.advance(Duration.ofSeconds(20));
    positions.keep(FIRST, List.of("a.v1/1@6"));
    clock.advance(Duration.ofSeconds(11));
    assertThat(positions.of(FIRST)).isEqualTo("a.v1/1@6");
  }

  @Test
  void nobody_waits_when_that_is_off_and_nonsense_is_left_out() {
    assertThat(positions(Consistency.NONE).of(FIRST)).isEmpty();
    Positions positions = positions(Consistency.SESSION);
    positions.keep(FIRST, List.of("", "a@", "@3", "a.v1/0@x"));
    assertThat(positions.of(FIRST)).isEmpty();
  }

  @Test
  void a_write_is_followed_by_reads_that_name_it_in_any_service() {
    try (TestGateway gateway = new TestGateway("--isegoria.reads.consistency=session")) {
      gateway.post.answers(
          _ -> Reply.json(200, "{}").with("X-Isegoria-Position", "post.states.v1/3@41"));
      gateway.as(ANA, "POST", "/api/v1/statuses");
      gateway.as(ANA, "GET", "/api/v1/accounts/1");
      gateway.as(BO, "GET", "/api/v1/accounts/2");

      assertThat(gateway.account.asked("/api/v1/accounts/1").getFirst().header(Positions.HEADER))
          .isEqualTo("post.states.v1/3@41");
      assertThat(gateway.account.asked("/api/v1/accounts/2").getFirst().header(Positions.HEADER))
          .isNull();
    }
  }
}
