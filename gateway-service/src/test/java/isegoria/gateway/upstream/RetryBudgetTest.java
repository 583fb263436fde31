package isegoria.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryBudgetTest {
  private long now = 42;
  private final RetryBudget budget = new RetryBudget(() -> now);

  private long taken() {
    return IntStream.range(0, 10_000).filter(_ -> budget.takeRetry()).count();
  }

  private void called(int times) {
    IntStream.range(0, times).forEach(_ -> budget.called());
  }

  @Test
  void a_quiet_upstream_has_the_least_and_no_more() {
    assertThat(taken()).isEqualTo(RetryBudget.RETRIES_MIN);
    assertThat(taken()).isZero();
  }

  @Test
  void of_many_calls_a_tenth_may_be_repeated() {
    called(2_000);
    assertThat(taken()).isEqualTo(RetryBudget.RETRIES_MIN + 200);
  }

  @Test
  void calls_and_retries_are_forgotten_after_the_window() {
    called(1_000);
    assertThat(taken()).isEqualTo(RetryBudget.RETRIES_MIN + 100);
    now += TimeUnit.SECONDS.toNanos(RetryBudget.WINDOW_SECONDS - 1);
    called(100);
    assertThat(taken()).isEqualTo(10);
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(taken()).isEqualTo(RetryBudget.RETRIES_MIN);
    now += TimeUnit.DAYS.toNanos(1);
    assertThat(taken()).isEqualTo(RetryBudget.RETRIES_MIN);
  }
}
