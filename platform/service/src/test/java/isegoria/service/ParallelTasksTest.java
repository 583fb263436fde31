package isegoria.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParallelTasksTest {

  @Test
  void tasks_run_beside_each_other() {
    var both = new CountDownLatch(2);
    ParallelTasks.forEach(
        List.of(1, 2),
        2,
        _ -> {
          both.countDown();
          await(both);
        });
    assertThat(both.getCount()).isZero();
  }

  @Test
  void no_more_run_at_once_than_may() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    ParallelTasks.forEach(
        IntStream.range(0, 100).boxed().toList(),
        3,
        _ -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          running.decrementAndGet();
        });
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void what_one_throws_reaches_the_caller() {
    assertThatThrownBy(() ->
            ParallelTasks.forEach(
                List.of(1),
                1,
                _ -> {
                  throw new IllegalStateException("broken");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
