package isegoria.eventsourcing.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final int BACKLOG = 500;
  private static final long NOW = -3_000_000_000L;
  private static final long MILLI = 1_000_000;

  private final Pace pace = new Pace(BACKLOG);

  @Test
  void the_first_poll_waits_for_nothing() {
    assertThat(pace.waitNanos(NOW)).isZero();
  }

  @Test
  void after_something_came_more_of_it_is_waited_for() {
    pace.brought(1, NOW);
    assertThat(pace.waitNanos(NOW)).isEqualTo(Pace.APART.toNanos());
    assertThat(pace.waitNanos(NOW + 4 * MILLI)).isEqualTo(Pace.APART.toNanos() - 4 * MILLI);
  }

  @Test
  void what_comes_seldom_is_not_delayed() {
    pace.brought(1, NOW);
    assertThat(pace.waitNanos(NOW + 11 * MILLI)).isZero();
    pace.brought(0, NOW + 20 * MILLI);
    assertThat(pace.waitNanos(NOW + 20 * MILLI)).isZero();
  }

  @Test
  void a_backlog_is_read_as_fast_as_can_be() {
    pace.brought(1, NOW);
    pace.brought(BACKLOG, NOW);
    assertThat(pace.waitNanos(NOW)).isZero();
  }
}
