package isegoria.benchmarks.http;

import isegoria.benchmarks.ladder.Pages;
import isegoria.benchmarks.load.Latencies;
import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import isegoria.tests.client.UnexpectedAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** Pages that few ask for: the first one ever, and the fiftieth. */
record HomePages(Population population, ClientActions acts) {
  private static final int DEEP_READERS = 50;
  private static final int DEEP_PAGE = 50;

  /** First pages of people who have never read, spread over a load; how many requests failed. */
  int cold(
      Mix mix,
      double perSecond,
      Duration length,
      SplittableRandom random,
      Map<String, Object> figures) {
    Executor threads = Thread::startVirtualThread;
    CompletableFuture<OpenLoop.Sent> load =
        CompletableFuture.supplyAsync(
            () -> new OpenLoop(perSecond, length).send(mix, random), threads);
    int[] idle = population.idle();
    var cold = new Latencies();
    long pause = length.toNanos() / (idle.length + 1);
    int failed = 0;
    for (int reader : idle) {
      LockSupport.parkNanos(pause);
      long start = System.nanoTime();
      try {
        var _ = acts.page(reader, Long.MAX_VALUE);
        cold.add(System.nanoTime() - start);
      } catch (UnexpectedAnswer refused) {
        failed++;
        cold.addFailed();
      }
    }
    figures.put("cold_p50_ms", cold.millis(50));
    figures.put("cold_p99_ms", cold.millis(99));
    return failed + load.join().failed();
  }

  /** Page fifty beside page one, by the same readers, without other load. */
  void deep(Map<String, Object> figures) {
    var first = new Latencies();
    var deep = new Latencies();
    int[] readers = population.network().active();
    for (int reader = 0; reader < Math.min(DEEP_READERS, readers.length); reader++) {
      long olderThan = Long.MAX_VALUE;
      for (int page = 1; page <= DEEP_PAGE; page++) {
        long start = System.nanoTime();
        long[] posts = acts.page(readers[reader], olderThan);
        long took = System.nanoTime() - start;
        if (posts.length < Pages.PAGE_POSTS) {
          break;
        }
        if (page == 1) {
          first.add(took);
        } else if (page == DEEP_PAGE) {
          deep.add(took);
        }
        olderThan = posts[posts.length - 1];
      }
    }
    if (deep.count() > 0) {
      figures.put("page_1_p50_ms", first.millis(50));
      figures.put("page_50_p50_ms", deep.millis(50));
      figures.put("page_50_ratio", deep.millis(50) / first.millis(50));
    }
  }
}
