package isegoria.gateway.http;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether this thread keeps up with its connections.
 *
 * <p>Bulkheads count what has been read. When more comes in than the gateway's own threads can
 * read, requests wait in sockets, where no time limit sees them. Each thread therefore beats; one
 * whose last beat is long ago refuses what it reads, which costs little, until it has caught up.
 */
public final class Pulse {
  private static final Duration BEAT = Duration.ofMillis(100);

  /** A fifth of the time that a call may take: no pause of a healthy process lasts so long. */
  static final Duration BEHIND_MAX = Duration.ofSeconds(2);

  private final LongSupplier nanos;
  private final Set<EventLoop> beating = ConcurrentHashMap.newKeySet();
  private final ThreadLocal<@Nullable Long> last = new ThreadLocal<>();

  public Pulse(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Has a thread beat from now on. */
  public void of(EventLoop loop) {
    if (beating.add(loop)) {
      var _ = loop.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void beat() {
    last.set(nanos.getAsLong());
  }

  /** Whether this thread is too far behind to begin anything. */
  boolean isBehind() {
    Long beat = last.get();
    return beat != null && nanos.getAsLong() - beat > BEAT.plus(BEHIND_MAX).toNanos();
  }
}
