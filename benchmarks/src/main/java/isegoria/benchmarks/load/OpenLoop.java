package isegoria.benchmarks.load;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at Poisson moments, whatever becomes of those before: real clients do not wait for each
 * other's answers. Time counts from the moment when a request was due, so a server that stands
 * still is charged with everything that it kept waiting.
 *
 * @param perSecond requests on average
 * @param length of the load; its answers are waited for
 */
public record OpenLoop(double perSecond, Duration length) {

  /** Requests under way; beyond it the load is more than what is measured can take. */
  static final int UNDER_WAY_MAX = 4_096;

  /**
   * What became of a load.
   *
   * @param posts from due to visible; one that failed took as long as can be told
   * @param pages from due to read, in the same way
   * @param failed requests that ended with an error
   * @param tookNanos until the last answer
   */
  public record Sent(Latencies posts, Latencies pages, int failed, long tookNanos) {

    /** Requests that did not fail. */
    public long done() {
      return posts.count() + pages.count() - failed;
    }
  }

  /** Sends from the calling thread, which is the generator's. */
  public Sent send(Mix mix, SplittableRandom random) {
    var posts = new Latencies();
    var pages = new Latencies();
    var failures = new Failures();
    var places = new Semaphore(UNDER_WAY_MAX);
    long start = System.nanoTime();
    double at = 0;
    while (true) {
      at += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
      if (at > length.toNanos()) {
        break;
      }
      long due = start + (long) at;
      boolean isPost = mix.isPost(random);
      sleepUntil(due);
      places.acquireUninterruptibly();
      Runnable request =
          isPost ? () -> mix.post().next(due).toCompletableFuture().join() : mix.read();
      Latencies latencies = isPost ? posts : pages;
      Thread.ofVirtual()
          .start(() -> {
            try {
              request.run();
              latencies.add(System.nanoTime() - due);
            } catch (RuntimeException e) {
              failures.add(e);
              latencies.addFailed();
            } finally {
              places.release();
            }
          });
    }
    places.acquireUninterruptibly(UNDER_WAY_MAX);
    return new Sent(posts, pages, failures.count(), System.nanoTime() - start);
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
