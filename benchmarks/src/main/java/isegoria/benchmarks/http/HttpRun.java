package isegoria.benchmarks.http;

import isegoria.benchmarks.ladder.Deliveries;
import isegoria.benchmarks.ladder.ExpectedFeeds;
import isegoria.benchmarks.load.ClosedLoop;
import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import isegoria.benchmarks.plot.FlameGraph;
import isegoria.infra.DevSystem;
import isegoria.tests.client.Api;
import isegoria.tests.platform.Running;
import isegoria.tests.platform.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One of each service, and people who post and read their homes through the gateway.
 *
 * <p>Posts and pages are measured apart, each at 70 % of what the system can do of them, and then
 * together: a post costs W, a page R, and a reader causes both costs.
 */
public final class HttpRun {
  private static final int CLIENTS = 32;
  private static final int CALLS_MAX = 1_024;
  private static final double LOAD = 0.7;

  /** A post can be seen by then, as {@code visible_p999_ms} tells: reads from then on count. */
  private static final Duration SEEN_AFTER = Duration.ofSeconds(1);

  /** As long as so many other loads: a thousandth of the posts should be some. */
  private static final int VISIBLE_PHASES = 4;

  private static final int READERS_COMPARED = 100;

  private final DevSystem system;
  private final Running running;
  private final Population population;
  private final ClientActions acts;
  private final Sizes sizes;
  private final SplittableRandom random;
  private final Path results;
  private final Consumer<String> progress;

  private HttpRun(
      DevSystem system,
      Population population,
      Sizes sizes,
      SplittableRandom random,
      Path results,
      Consumer<String> progress) {
    this.system = system;
    this.running = Running.of(system);
    this.population = population;
    this.acts = new ClientActions(population);
    this.sizes = sizes;
    this.random = random;
    this.results = results;
    this.progress = progress;
  }

  /**
   * How many and how long.
   *
   * @param followed by each of the people
   * @param warmUpMax until what is hot is compiled, and no longer
   * @param phase of one load
   */
  public record Sizes(
      int people, int followed, double readsPerPost, Duration warmUpMax, Duration phase) {}

  /**
   * What was measured.
   *
   * @param figures by their names
   * @param isRight whether no request failed and every page compared was as it must be
   */
  public record Result(Map<String, Object> figures, boolean isRight) {}

  /**
   * Starts a system, measures, and stops it.
   *
   * @param results where the pictures of what a post and a page cost are put
   */
  public static Result run(Sizes sizes, long seed, Path results, Consumer<String> progress)
      throws IOException {
    var random = new SplittableRandom(seed);
    try (DevSystem system = Systems.startForLoad("bench-feeds", 1)) {
      Running running = Running.of(system);
      try (var api = new Api(running.origin(), CALLS_MAX)) {
        Population population =
            Population.enrol(running, api, sizes.people(), sizes.followed(), seed);
        progress.accept(
            "http: %d people, %d of them read, mean fan-out %.0f active followers; %s"
                .formatted(
                    population.size(),
                    population.network().active().length,
                    population.meanFanOut(),
                    sizes));
        return new HttpRun(system, population, sizes, random, results, progress).measure();
      }
    }
  }

  private Result measure() throws IOException {
    var figures = new LinkedHashMap<String, Object>();
    Mix mix = mix(sizes.readsPerPost());
    figures.put(
        "warm_compilers_share",
        new WarmUp(running, sizes.warmUpMax(), progress).with(length -> closed(mix, length)));
    Cost posts = at70("posts", mix(0));
    Cost pages = at70("pages", mix(Double.MAX_VALUE));
    ClosedLoop.Done most = atMost(mix);
    var deliveries = new Deliveries(population.network(), acts.newest());
    Cost both = at("both", most, counted(deliveries));
    figures.put("w_cpu_ms_per_post", posts.cpuMillisEach());
    figures.put("r_cpu_ms_per_page", pages.cpuMillisEach());
    figures.put("w_compilers_share", posts.taken().compilers());
    figures.put("r_compilers_share", pages.taken().compilers());
    figures.put("posts_per_second_at_most", posts.atMost());
    figures.put("pages_per_second_at_most", pages.atMost());
    deliveries(deliveries, both.taken().all(), figures);
    figures.put("post_p50_ms", both.sent().posts().millis(50));
    figures.put("post_p99_ms", both.sent().posts().millis(99));
    figures.put("home_p50_ms", both.sent().pages().millis(50));
    figures.put("home_p99_ms", both.sent().pages().millis(99));
    int failed = posts.failed() + pages.failed() + both.failed();
    Quiescence.await(running);
    failed +=
        new Visibility(population, acts, sizes.readsPerPost(), progress)
            .at(
                both.perSecond(),
                sizes.phase().multipliedBy(VISIBLE_PHASES),
                random.split(),
                figures);
    var homes = new HomePages(population, acts);
    failed += homes.cold(mix, both.perSecond(), sizes.phase(), random.split(), figures);
    Quiescence.await(running);
    ExpectedFeeds.Difference difference =
        acts.written().compare(population.network(), acts::page, someReaders());
    homes.deep(figures);
    figures.put("resident_mib", residentMebibytes());
    draw("post", mix(0), posts.perSecond());
    draw("page", mix(Double.MAX_VALUE), pages.perSecond());
    var recovery = new Recovery(system, population, acts, progress);
    figures.putAll(recovery.beside(mix, both.perSecond() / 2, random.split()));
    figures.put("http_failed", failed);
    figures.put("http_entries_compared", difference.entries());
    figures.put("http_missing", difference.missing());
    figures.put("http_extra", difference.extra());
    figures.put("http_out_of_order", difference.outOfOrder());
    return new Result(figures, failed == 0 && difference.isNone() && difference.entries() > 0);
  }

  /** What the load of posts and pages together delivered, for all that it cost. */
  private void deliveries(Deliveries deliveries, double cpuSeconds, Map<String, Object> figures) {
    long counted = deliveries.count();
    figures.put("mix_cpu_ms_per_post", cpuSeconds * 1_000 / deliveries.posts());
    figures.put("read_share", (double) counted / deliveries.reachable());
    figures.put("deliveries_per_core_second", counted / cpuSeconds);
    figures.put("reachable_per_core_second", deliveries.reachable() / cpuSeconds);
    figures.put("shown_per_core_second", deliveries.shown() / cpuSeconds);
    progress.accept(
        "http: %,d posts could be delivered %,d times; %,d were to who read after it, %,d on pages"
            .formatted(deliveries.posts(), deliveries.reachable(), counted, deliveries.shown()));
  }

  private int[] someReaders() {
    return random
        .ints(READERS_COMPARED, 0, population.network().active().length)
        .map(at -> population.network().active()[at])
        .toArray();
  }

  /** Where the processor goes for it, at the same load as was measured. */
  private void draw(String what, Mix mix, double perSecond) throws IOException {
    FlameGraph graph =
        new Profile(running, results)
            .of(
                "a %s, at %.0f a second".formatted(what, perSecond),
                () -> new OpenLoop(perSecond, sizes.phase()).send(mix, random.split()));
    Path picture = results.resolve(what + ".svg");
    Files.writeString(picture, graph.svg());
    progress.accept("http: " + picture);
  }

  private long residentMebibytes() {
    return running.residentKibibytes().values().stream().mapToLong(each -> each).sum() / 1_024;
  }

  /**
   * What a load cost.
   *
   * @param atMost requests a second that could be done
   * @param perSecond requests a second that were asked for
   */
  private record Cost(
      double atMost, double perSecond, CpuTime taken, int failedAtMost, OpenLoop.Sent sent) {
    double cpuMillisEach() {
      return taken.all() * 1_000 / sent.done();
    }

    int failed() {
      return failedAtMost + sent.failed();
    }
  }

  private Cost at70(String what, Mix mix) throws IOException {
    return at(what, atMost(mix), mix);
  }

  /** Requests a second that can be done; nothing of them is left to do. */
  private ClosedLoop.Done atMost(Mix mix) {
    ClosedLoop.Done most = closed(mix, sizes.phase());
    Quiescence.await(running);
    return most;
  }

  /** Nothing of what a load leaves to do is left out. */
  private Cost at(String what, ClosedLoop.Done most, Mix mix) throws IOException {
    double perSecond = LOAD * most.perSecond();
    CpuTime before = CpuTime.ofAll(running);
    OpenLoop.Sent sent = new OpenLoop(perSecond, sizes.phase()).send(mix, random.split());
    Quiescence.await(running);
    CpuTime taken = CpuTime.ofAll(running).since(before);
    var cost = new Cost(most.perSecond(), perSecond, taken, most.failed(), sent);
    progress.accept(
        ("http: %s: at most %.0f/s (failed %d); at %.0f/s: %,d done, failed %d,"
                + " post p50 %.1f p99 %.1f ms, page p50 %.1f p99 %.1f ms,"
                + " %.2f ms of processor each, compilers %.0f %%")
            .formatted(
                what,
                most.perSecond(),
                most.failed(),
                perSecond,
                sent.done(),
                sent.failed(),
                sent.posts().millis(50),
                sent.posts().millis(99),
                sent.pages().millis(50),
                sent.pages().millis(99),
                cost.cpuMillisEach(),
                100 * taken.compilers()));
    return cost;
  }

  private ClosedLoop.Done closed(Mix mix, Duration length) {
    return new ClosedLoop(CLIENTS, length).run(mix, random.split());
  }

  private Mix mix(double readsPerPost) {
    return new Mix(
        readsPerPost,
        _ -> {
          String _ = acts.post(acts.anyAuthor());
          return CompletableFuture.completedStage(null);
        },
        () -> acts.page(acts.anyReader(), Long.MAX_VALUE));
  }

  private Mix counted(Deliveries deliveries) {
    return new Mix(
        sizes.readsPerPost(),
        due -> {
          int author = acts.anyAuthor();
          String _ = acts.post(author);
          deliveries.isVisible(author, due, System.nanoTime() + SEEN_AFTER.toNanos());
          return CompletableFuture.completedStage(null);
        },
        () -> {
          int reader = acts.anyReader();
          long at = System.nanoTime();
          deliveries.hasRead(reader, at, acts.page(reader, Long.MAX_VALUE));
        });
  }
}
