package isegoria.timeline.streaming.memory;

import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.streaming.read.CloseStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What happens to streams as time passes: heartbeats, the end of those whose account is suspended,
 * and when this instance stops, the end of all, one after the other. There is one timer for all.
 */
public final class StreamPulse implements SmartLifecycle {

  /** Over how long the clients of a stopping instance are sent elsewhere: none waits by chance. */
  private static final Duration DRAIN_MAX = Duration.ofSeconds(30);

  /** So many may come to another instance in a second, however few are left here. */
  private static final int DRAIN_PER_SECOND_MIN = 100;

  private static final int DRAIN_STEPS_PER_SECOND = 20;
  private static final Logger LOG = LoggerFactory.getLogger(StreamPulse.class);

  private final OpenStreams streams;
  private final Restrictions restrictions;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("stream-pulse").daemon().factory());
  private volatile boolean running;

  public StreamPulse(OpenStreams streams, Restrictions restrictions) {
    this.streams = streams;
    this.restrictions = restrictions;
  }

  @Override
  public void start() {
    running = true;
    var _ = timer.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  private void beat() {
    for (OpenStream stream : streams.all()) {
      try {
        tick(stream);
      } catch (RuntimeException failed) {
        LOG.warn("a stream cannot go on", failed);
      }
    }
  }

  /** One second of one stream. */
  void tick(OpenStream stream) {
    if (restrictions.isSuspended(stream.account())) {
      stream.end(CloseStatus.ENDED);
    }
    stream.tick();
  }

  /** Before the web server waits for what is under way: streams would not end by themselves. */
  @Override
  public void stop() {
    streams.stop();
    List<OpenStream> left = List.copyOf(streams.all());
    int perStep =
        Math.max(DRAIN_PER_SECOND_MIN, left.size() / (int) DRAIN_MAX.toSeconds() + 1)
            / DRAIN_STEPS_PER_SECOND;
    for (int i = 0; i < left.size(); i++) {
      left.get(i).end(CloseStatus.RESTART);
      if (i % perStep == perStep - 1) {
        LockSupport.parkNanos(Duration.ofSeconds(1).dividedBy(DRAIN_STEPS_PER_SECOND).toNanos());
      }
    }
    timer.shutdownNow();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
