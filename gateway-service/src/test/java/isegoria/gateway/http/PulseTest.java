package isegoria.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PulseTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Pulse pulse = new Pulse(nanos::get);

  @Test
  void a_thread_that_never_beat_is_not_behind() {
    nanos.set(Long.MAX_VALUE);
    assertThat(pulse.isBehind()).isFalse();
  }

  @Test
  void a_thread_is_behind_when_its_last_beat_is_long_ago_and_catches_up_with_the_next() {
    pulse.beat();
    nanos.addAndGet(Pulse.BEHIND_MAX.toNanos());
    assertThat(pulse.isBehind()).isFalse();
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(pulse.isBehind()).isTrue();
    pulse.beat();
    assertThat(pulse.isBehind()).isFalse();
  }

  @Test
  void a_loop_beats_by_itself() throws InterruptedException {
    EventLoop loop = new DefaultEventLoop();
    var seen = new CountDownLatch(1);
    pulse.of(loop);
    // The first beat stands before this in the loop's queue.
    var _ =
        loop.schedule(
            () -> {
              nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
              if (pulse.isBehind()) {
                seen.countDown();
              }
            },
            1,
            TimeUnit.MILLISECONDS);
    assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
    var _ = loop.shutdownGracefully();
  }
}
