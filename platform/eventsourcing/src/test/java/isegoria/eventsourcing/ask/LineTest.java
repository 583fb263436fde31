package isegoria.eventsourcing.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class LineTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10); // The clock may wrap.
  private final Line line = new Line(nanos::get);

  private void wait(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void an_empty_line_moves() {
    assertThat(line.moves()).isTrue();
  }

  @Test
  void a_line_whose_first_has_waited_too_long_takes_nobody() {
    line.enter();
    wait(Line.WAIT_MAX);
    assertThat(line.moves()).isTrue();
    wait(Duration.ofNanos(1));
    assertThat(line.moves()).isFalse();
  }

  @Test
  void it_moves_again_when_the_first_is_answered_or_gives_up() {
    Line.Place first = line.enter();
    wait(Line.WAIT_MAX);
    Line.Place second = line.enter();
    wait(Duration.ofSeconds(1));
    assertThat(line.moves()).isFalse();
    first.leave();
    assertThat(line.moves()).isTrue();
    wait(Line.WAIT_MAX);
    assertThat(line.moves()).isFalse();
    second.leave();
    assertThat(line.moves()).isTrue();
  }

  @Test
  void answers_in_another_order_do_not_help_the_first() {
    line.enter();
    line.enter().leave();
    wait(Duration.ofSeconds(3));
    assertThat(line.moves()).isFalse();
  }
}
