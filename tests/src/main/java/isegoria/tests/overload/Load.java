package isegoria.tests.overload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Sends what a crowd does, either one after the other or whether or not it is answered. */
final class Load {
  /**
   * Requests of the open loop under way at once. A system that sheds in time never has so many; one
   * that does not would else take the machine's ports and memory for its queue.
   */
  static final int UNDER_WAY_MAX = 4_000;

  private final Sender sender;
  private final Crowd crowd;
  private final SplittableRandom random;

  Load(Sender sender, Crowd crowd, long seed) {
    this.sender = sender;
    this.crowd = crowd;
    this.random = new SplittableRandom(seed);
  }

  /** What was sent, and how often the bound stood in the way of sending. */
  record Offered(List<Sent> sent, int heldBack) {}

  /** So many people, each with one request at a time. */
  List<Sent> closed(int people, Duration lasting) {
    Queue<Sent> all = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + lasting.toNanos();
    var threads = new ArrayList<Thread>();
    for (int person = 0; person < people; person++) {
      var mine = random.split();
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (System.nanoTime() < end) {
                  all.add(send(crowd.next(mine)));
                }
              }));
    }
    threads.forEach(Load::join);
    return List.copyOf(all);
  }

  /** At a rate, as independent people would, whatever becomes of the requests. */
  Offered open(double perSecond, Duration lasting) {
    Queue<Sent> all = new ConcurrentLinkedQueue<>();
    var places = new Semaphore(UNDER_WAY_MAX);
    int heldBack = 0;
    long start = System.nanoTime();
    double at = 0;
    while (at < lasting.toNanos()) {
      long wait = start + (long) at - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
        continue;
      }
      if (places.tryAcquire()) {
        Step step = crowd.next(random);
        Thread.ofVirtual()
            .start(() -> {
              all.add(send(step));
              places.release();
            });
      } else {
        heldBack++;
      }
      at += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
    }
    places.acquireUninterruptibly(UNDER_WAY_MAX);
    return new Offered(List.copyOf(all), heldBack);
  }

  private Sent send(Step step) {
    Sent sent = sender.send(step);
    if (!sent.post().isEmpty()) {
      crowd.published(sent.post());
    }
    return sent;
  }

  /** How many of them succeeded in a second. */
  static double successRate(Collection<Sent> all, Duration lasting) {
    return all.stream().filter(Sent::isSuccess).count() / (lasting.toMillis() / 1e3);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
