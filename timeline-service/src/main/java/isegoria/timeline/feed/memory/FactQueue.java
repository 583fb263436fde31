package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.live.StreamEvents;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What open streams are to be told, one fact after the other on a thread of its own: tails never
 * wait for streams. Where a fact is lost, streams end, and their clients load what they missed.
 */
public final class FactQueue implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);

  private static final Logger LOG = LoggerFactory.getLogger(FactQueue.class);

  private final int waitingMax;
  private final BlockingQueue<Runnable> waiting;
  private final StreamEvents streams;
  private final Runnable eachLook;
  private final Thread thread;
  private volatile boolean missed;
  private volatile boolean running = true;

  /**
   * Nothing waits.
   *
   * @param name of its thread
   * @param waitingMax facts that wait; one more ends the streams
   * @param eachLook runs on the thread after each fact, and several times a second without one
   */
  public FactQueue(String name, int waitingMax, StreamEvents streams, Runnable eachLook) {
    this.waitingMax = waitingMax;
    this.waiting = new ArrayBlockingQueue<>(waitingMax);
    this.streams = streams;
    this.eachLook = eachLook;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Takes another; it never blocks. */
  public void put(Runnable fact) {
    if (!waiting.offer(fact)) {
      missed = true;
    }
  }

  private void run() {
    while (running) {
      try {
        Runnable next = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null) {
          next.run();
        }
        eachLook.run();
        if (missed) {
          missed = false;
          LOG.warn("streams end: more than {} facts waited in {}", waitingMax, thread.getName());
          streams.endForReload();
        }
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        LOG.warn("streams end: {} could not tell a fact", thread.getName(), failed);
        streams.endForReload();
      }
    }
  }

  @Override
  public void close() {
    running = false;
    thread.interrupt();
  }
}
