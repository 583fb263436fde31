package isegoria.benchmarks.load;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * So many clients, each of whom asks as soon as it is answered: how much can be done at most.
 *
 * @param clients at once
 */
public record ClosedLoop(int clients, Duration length) {

  /**
   * What was done.
   *
   * @param failed requests that ended with an error
   */
  public record Done(long posts, long pages, int failed, long tookNanos) {

    public double perSecond() {
      return (posts + pages) * 1e9 / tookNanos;
    }

    /** The same when it took longer until nothing was left to do. */
    public Done until(long settledNanos) {
      return new Done(posts, pages, failed, settledNanos);
    }
  }

  public Done run(Mix mix, SplittableRandom random) {
    var posts = new LongAdder();
    var pages = new LongAdder();
    var failures = new Failures();
    var ended = new CountDownLatch(clients);
    long start = System.nanoTime();
    long end = start + length.toNanos();
    for (int client = 0; client < clients; client++) {
      var mine = random.split();
      Thread.ofVirtual()
          .start(() -> {
            try {
              while (System.nanoTime() < end) {
                ask(mix, mine, posts, pages, failures);
              }
            } finally {
              ended.countDown();
            }
          });
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return new Done(posts.sum(), pages.sum(), failures.count(), System.nanoTime() - start);
  }

  private static void ask(
      Mix mix, SplittableRandom random, LongAdder posts, LongAdder pages, Failures failures) {
    try {
      if (mix.isPost(random)) {
        mix.post().next(System.nanoTime()).toCompletableFuture().join();
        posts.increment();
      } else {
        mix.read().run();
        pages.increment();
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }
}
