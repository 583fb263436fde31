package isegoria.benchmarks.http;

import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import isegoria.infra.DevSystem;
import isegoria.infra.ManagedProcess;
import isegoria.tests.client.Person;
import isegoria.tests.client.UnexpectedAnswer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The only timeline-service dies beside a load and is started again at once: how long homes are not
 * there, and how long what was posted meanwhile.
 */
final class Recovery {
  private static final Duration LOAD = Duration.ofSeconds(40);
  private static final Duration BEFORE = Duration.ofSeconds(3);
  private static final Duration READY_MAX = Duration.ofMinutes(3);
  private static final Duration LOOKED_FOR_MAX = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final DevSystem system;
  private final Population population;
  private final ClientActions acts;
  private final Consumer<String> progress;

  Recovery(DevSystem system, Population population, ClientActions acts, Consumer<String> progress) {
    this.system = system;
    this.population = population;
    this.acts = acts;
    this.progress = progress;
  }

  Map<String, Object> beside(Mix mix, double perSecond, SplittableRandom random) {
    // A thread each: in the common pool of two cores the restart would wait for the load's end.
    Executor threads = Thread::startVirtualThread;
    CompletableFuture<OpenLoop.Sent> load =
        CompletableFuture.supplyAsync(
            () -> new OpenLoop(perSecond, LOAD).send(mix, random), threads);
    LockSupport.parkNanos(BEFORE.toNanos());
    ManagedProcess timeline = system.part("timeline-0");
    long start = System.nanoTime();
    timeline.kill();
    CompletableFuture<Void> restart =
        CompletableFuture.runAsync(() -> timeline.restart(READY_MAX), threads);
    int author = acts.anyAuthor();
    Person follower = population.person(population.followerOf(author, new SplittableRandom()));
    String id = acts.post(author);
    double firstPage = -1;
    while (true) {
      Look look = look(follower, id);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (look != Look.REFUSED && firstPage < 0) {
        firstPage = seconds;
      }
      if (look == Look.SEEN) {
        restart.join();
        OpenLoop.Sent sent = load.join();
        progress.accept(
            ("http: timeline-0 killed at %.0f/s: first page after %.1f s, first fresh one after"
                    + " %.1f s; of %,d requests %d failed")
                .formatted(
                    perSecond,
                    firstPage,
                    seconds,
                    sent.posts().count() + sent.pages().count(),
                    sent.failed()));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("recovery_first_page_s", firstPage);
        figures.put("recovery_first_fresh_page_s", seconds);
        return figures;
      }
      if (seconds > LOOKED_FOR_MAX.toSeconds()) {
        throw new UnexpectedAnswer("post " + id + " not seen after " + LOOKED_FOR_MAX);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private enum Look {
    REFUSED,
    UNSEEN,
    SEEN
  }

  private Look look(Person follower, String id) {
    try {
      return acts.sees(follower, id) ? Look.SEEN : Look.UNSEEN;
    } catch (UnexpectedAnswer refused) {
      return Look.REFUSED;
    }
  }
}
