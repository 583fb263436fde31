package isegoria.gateway.degrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import isegoria.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

final class BulkheadTest {
  private static final Duration SLOW = Duration.ofSeconds(2);

  private final AtomicLong now = new AtomicLong();
  private final Bulkhead bulkhead = new Bulkhead(Upstream.POST, 256, SLOW, now::get);

  private void calls(int number, Duration taking) {
    List<Sinks.One<Void>> open = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Sinks.One<Void> call = Sinks.one();
      bulkhead.holding(call.asMono()).subscribe();
      open.add(call);
    }
    now.addAndGet(taking.toNanos());
    open.forEach(call -> call.tryEmitEmpty());
  }

  @Test
  void without_a_place_a_call_is_not_made() {
    Sinks.One<Void> held = Sinks.one();
    for (int i = 0; i < 256; i++) {
      bulkhead.holding(held.asMono()).subscribe();
    }
    assertThat(bulkhead.underWay()).isEqualTo(256);
    assertThatThrownBy(() -> bulkhead.holding(Mono.error(new AssertionError("made"))).block())
        .isInstanceOf(Bulkhead.Full.class)
        .hasMessageContaining("post");
    held.tryEmitEmpty();
    assertThat(bulkhead.underWay()).isZero();
  }

  @Test
  void a_place_is_given_back_by_a_call_that_fails_or_is_given_up() {
    bulkhead.holding(Mono.error(new IllegalStateException("x"))).onErrorComplete().block();
    bulkhead.holding(Mono.never()).subscribe().dispose();
    assertThat(bulkhead.underWay()).isZero();
  }

  @Test
  void while_most_calls_are_slow_fewer_are_let_in_down_to_the_least() {
    for (int window = 0; window < 10; window++) {
      calls(10, SLOW.plusMillis(1));
    }
    assertThat(bulkhead.limit()).isEqualTo(ConcurrencyLimit.MIN);
  }

  @Test
  void once_they_are_fast_it_is_wide_again_within_ten_windows() {
    for (int window = 0; window < 10; window++) {
      calls(10, SLOW.plusMillis(1));
    }
    for (int window = 0; window < 10; window++) {
      calls(10, Bulkhead.WINDOW);
    }
    assertThat(bulkhead.limit()).isEqualTo(256);
  }

  @Test
  void a_few_slow_calls_among_many_change_nothing() {
    for (int window = 0; window < 5; window++) {
      calls(10, Duration.ofMillis(1));
      calls(4, SLOW.plusMillis(1));
      calls(1, Duration.ofMillis(1));
    }
    assertThat(bulkhead.limit()).isEqualTo(256);
  }

  @Test
  void a_bound_below_the_least_is_kept() {
    assertThat(ConcurrencyLimit.upTo(2).after(1, 1).calls()).isEqualTo(2);
  }
}
