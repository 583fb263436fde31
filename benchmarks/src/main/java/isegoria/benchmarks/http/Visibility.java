package isegoria.benchmarks.http;

import isegoria.benchmarks.load.Latencies;
import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import isegoria.tests.client.Person;
import isegoria.tests.client.UnexpectedAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * How long a post takes from the moment when it was due until a follower's home has it. Which posts
 * are looked for is decided before they are sent, and all of those are: a post that comes while
 * everything stands still would be the first that is not.
 */
record Visibility(
    Population population, ClientActions acts, double readsPerPost, Consumer<String> progress) {

  /** One post of so many is looked for, by one follower: a look is many pages, which cost too. */
  private static final int LOOKED_FOR_EVERY = 4;

  /** A post that is not seen by then has failed. */
  private static final Duration LOOKED_FOR_MAX = Duration.ofSeconds(30);

  private static final Duration LOOK_EVERY = Duration.ofMillis(4);

  /** Puts its figures; posts that were not seen count among the failed. */
  int at(double perSecond, Duration length, SplittableRandom random, Map<String, Object> figures) {
    var seen = new Latencies();
    var count = new AtomicInteger();
    var looking =
        new Mix(
            readsPerPost,
            due -> {
              boolean isLookedFor = count.incrementAndGet() % LOOKED_FOR_EVERY == 0;
              int author = acts.anyAuthor();
              try {
                String id = acts.post(author);
                if (isLookedFor) {
                  lookFor(
                      id, population.person(population.followerOf(author, new SplittableRandom())));
                  seen.add(System.nanoTime() - due);
                }
              } catch (RuntimeException failed) {
                if (isLookedFor) {
                  seen.addFailed();
                }
                throw failed;
              }
              return CompletableFuture.completedStage(null);
            },
            () -> acts.page(acts.anyReader(), Long.MAX_VALUE));
    OpenLoop.Sent sent = new OpenLoop(perSecond, length).send(looking, random);
    progress.accept(
        "http: visible, at %.0f/s: %,d posts, failed %d, p50 %.1f p99 %.1f p99.9 %.1f ms"
            .formatted(
                perSecond,
                seen.count(),
                sent.failed(),
                seen.millis(50),
                seen.millis(99),
                seen.millis(99.9)));
    figures.put("visible_p50_ms", seen.millis(50));
    figures.put("visible_p99_ms", seen.millis(99));
    figures.put("visible_p999_ms", seen.millis(99.9));
    figures.put("visible_posts", seen.count());
    return sent.failed();
  }

  private void lookFor(String id, Person follower) {
    long end = System.nanoTime() + LOOKED_FOR_MAX.toNanos();
    while (!acts.sees(follower, id)) {
      if (System.nanoTime() > end) {
        throw new UnexpectedAnswer("post " + id + " not seen after " + LOOKED_FOR_MAX);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}
