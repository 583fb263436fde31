package isegoria.eventsourcing.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PartitionQueueTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10); // The clock may wrap.
  private final PartitionQueue queue = new PartitionQueue(nanos::get);

  private void wait(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void an_empty_line_moves() {
    assertThat(queue.moves()).isTrue();
  }

  @Test
  void a_line_whose_first_has_waited_too_long_takes_nobody() {
    queue.enter();
    wait(PartitionQueue.WAIT_MAX);
    assertThat(queue.moves()).isTrue();
    wait(Duration.ofNanos(1));
    assertThat(queue.moves()).isFalse();
  }

  @Test
  void it_moves_again_when_the_first_is_answered_or_gives_up() {
    PartitionQueue.Ticket first = queue.enter();
    wait(PartitionQueue.WAIT_MAX);
    PartitionQueue.Ticket second = queue.enter();
    wait(Duration.ofSeconds(1));
    assertThat(queue.moves()).isFalse();
    first.leave();
    assertThat(queue.moves()).isTrue();
    wait(PartitionQueue.WAIT_MAX);
    assertThat(queue.moves()).isFalse();
    second.leave();
    assertThat(queue.moves()).isTrue();
  }

  @Test
  void answers_in_another_order_do_not_help_the_first() {
    queue.enter();
    queue.enter().leave();
    wait(Duration.ofSeconds(3));
    assertThat(queue.moves()).isFalse();
  }
}
