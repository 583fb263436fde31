package isegoria.benchmarks.http;

import isegoria.benchmarks.load.ClosedLoop;
import isegoria.benchmarks.load.Latencies;
import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import isegoria.benchmarks.plot.FlameGraph;
import isegoria.infra.DevSystem;
import isegoria.tests.client.Api;
import isegoria.tests.client.Person;
import isegoria.tests.client.Unexpected;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * One of each service, and people who post and read their homes through the gateway.
 *
 * <p>Posts and pages are measured apart, each at 70 % of what the system can do of them, and then
 * together: a post costs W, a page R, and whoever reads pays for both.
 */
public final class HttpRun {
  private static final int CLIENTS = 32;
  private static final int CALLS_MAX = 1_024;
  private static final double LOAD = 0.7;

  private static final Duration LOOKED_FOR_MAX = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(4);

  /** Posts looked for at once: each is some hundred pages a second more, which nobody would ask. */
  private static final int LOOKED_FOR_AT_ONCE = 2;

  private static final int DEEP_READERS = 50;

  /** The account that most follow. */
  private static final int GIANT = 0;

  private static final int DEEP_PAGE = 50;

  private final DevSystem system;
  private final Running running;
  private final Town town;
  private final Acts acts;
  private final Sizes sizes;
  private final SplittableRandom random;
  private final Path results;
  private final Consumer<String> progress;

  private HttpRun(
      DevSystem system,
      Town town,
      Sizes sizes,
      SplittableRandom random,
      Path results,
      Consumer<String> progress) {
    this.system = system;
    this.running = Running.of(system);
    this.town = town;
    this.acts = new Acts(town);
    this.sizes = sizes;
    this.random = random;
    this.results = results;
    this.progress = progress;
  }

  /**
   * How many and how long.
   *
   * @param followed by each of the people
   * @param topShare of all who follow number 0
   * @param warmUpMax until what is hot is compiled, and no longer
   * @param phase of one load
   */
  public record Sizes(
      int people,
      int followed,
      double topShare,
      double readsPerPost,
      Duration warmUpMax,
      Duration phase) {}

  /**
   * Starts a system, measures, and stops it; the figures by their names.
   *
   * @param results where the pictures of what a post and a page cost are put
   */
  public static Map<String, Object> run(
      Sizes sizes, long seed, Path results, Consumer<String> progress) throws IOException {
    var random = new SplittableRandom(seed);
    try (DevSystem system = Systems.startForLoad("bench-feeds", 1)) {
      Running running = Running.of(system);
      try (var api = new Api(running.origin(), CALLS_MAX)) {
        Town town =
            Town.enrol(running, api, sizes.people(), sizes.followed(), sizes.topShare(), seed);
        progress.accept(
            "http: %d people, mean fan-out %.0f, the most-followed with %d; %s"
                .formatted(town.size(), town.meanFanOut(), town.followersOf(0), sizes));
        return new HttpRun(system, town, sizes, random, results, progress).measure();
      }
    }
  }

  private Map<String, Object> measure() throws IOException {
    var figures = new LinkedHashMap<String, Object>();
    Mix warming = mix(sizes.readsPerPost(), this::anyAuthor);
    figures.put(
        "warm_compilers_share",
        new WarmUp(running, sizes.warmUpMax(), progress).with(length -> closed(warming, length)));
    Cost posts = at70("posts", mix(0, this::anyAuthor));
    Cost pages = at70("pages", mix(Double.MAX_VALUE, this::anyAuthor));
    Cost both = at70("both", mix(sizes.readsPerPost(), this::anyAuthor));
    double w = posts.cpuMillisEach();
    double r = pages.cpuMillisEach();
    figures.put("w_cpu_ms_per_post", w);
    figures.put("r_cpu_ms_per_page", r);
    figures.put("w_compilers_share", posts.taken().compilers());
    figures.put("r_compilers_share", pages.taken().compilers());
    figures.put("posts_per_second_at_most", posts.atMost());
    figures.put("pages_per_second_at_most", pages.atMost());
    // A post costs W and its share of the reads; everybody here reads within the run.
    figures.put(
        "deliveries_per_core_second", town.meanFanOut() * 1_000 / (w + sizes.readsPerPost() * r));
    figures.put("post_p50_ms", both.sent().posts().millis(50));
    figures.put("post_p99_ms", both.sent().posts().millis(99));
    figures.put("home_p50_ms", both.sent().pages().millis(50));
    figures.put("home_p99_ms", both.sent().pages().millis(99));
    Seen seen = visible(both.perSecond(), _ -> anyAuthor());
    figures.put("visible_p50_ms", seen.small().millis(50));
    figures.put("visible_p99_ms", seen.small().millis(99));
    figures.put("visible_p999_ms", seen.small().millis(99.9));
    figures.put("visible_posts", seen.small().count());
    deep(figures);
    cold(figures);
    // The same load twice, and every tenth post by the other author in the second.
    Latencies without = visible(both.perSecond() / 2, _ -> anyAuthor()).small();
    Seen with = visible(both.perSecond() / 2, post -> post % 10 == 0 ? GIANT : anyAuthor());
    figures.put("small_author_p99_ms", without.millis(99));
    figures.put("small_author_p99_ms_during_giant", with.small().millis(99));
    figures.put("small_author_p99_ratio", with.small().millis(99) / without.millis(99));
    figures.put("giant_visible_p50_ms", with.giant().millis(50));
    figures.put("giant_visible_p99_ms", with.giant().millis(99));
    figures.put("resident_mib", residentMebibytes());
    draw("post", mix(0, this::anyAuthor), posts.perSecond());
    draw("page", mix(Double.MAX_VALUE, this::anyAuthor), pages.perSecond());
    Mix mix = mix(sizes.readsPerPost(), this::anyAuthor);
    var recovery = new Recovery(system, town, acts, progress);
    figures.putAll(recovery.beside(mix, both.perSecond() / 2, random.split()));
    return figures;
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

  /** How long posts took to be seen: by number 0, and by all others. */
  private record Seen(Latencies small, Latencies giant) {}

  /**
   * What a load cost.
   *
   * @param atMost requests a second that could be done
   * @param perSecond requests a second that were asked for
   */
  private record Cost(double atMost, double perSecond, Taken taken, OpenLoop.Sent sent) {
    long requests() {
      return sent.posts().count() + sent.pages().count();
    }

    double cpuMillisEach() {
      return taken.all() * 1_000 / requests();
    }
  }

  private Cost at70(String what, Mix mix) throws IOException {
    ClosedLoop.Done most = closed(mix, sizes.phase());
    double perSecond = LOAD * most.perSecond();
    // Nothing of what came before is left to do, and nothing of what comes is left out.
    Settling.settle(running);
    Taken before = Taken.ofAll(running);
    OpenLoop.Sent sent = new OpenLoop(perSecond, sizes.phase()).send(mix, random.split());
    Settling.settle(running);
    Taken taken = Taken.ofAll(running).since(before);
    var cost = new Cost(most.perSecond(), perSecond, taken, sent);
    progress.accept(
        ("http: %s: at most %.0f/s (failed %d); at %.0f/s: %,d done, failed %d,"
                + " post p50 %.1f p99 %.1f ms, page p50 %.1f p99 %.1f ms,"
                + " %.2f ms of processor each, compilers %.0f %%")
            .formatted(
                what,
                most.perSecond(),
                most.failed(),
                perSecond,
                cost.requests(),
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

  private int anyAuthor() {
    return 1 + ThreadLocalRandom.current().nextInt(town.size() - 1);
  }

  private Mix mix(double readsPerPost, IntSupplier author) {
    return new Mix(
        readsPerPost,
        () -> {
          String _ = acts.post(author.getAsInt());
          return CompletableFuture.completedStage(null);
        },
        () -> acts.home(acts.anyReader(), ""));
  }

  /**
   * From the moment when a post is sent until a follower's home has it. Some posts are looked for,
   * each by one follower.
   */
  private Seen visible(double perSecond, IntUnaryOperator author) {
    var small = new Latencies();
    var giant = new Latencies();
    var count = new AtomicInteger();
    var looks = new Semaphore(LOOKED_FOR_AT_ONCE);
    Mix mix = mix(sizes.readsPerPost(), this::anyAuthor);
    var looking =
        new Mix(
            sizes.readsPerPost(),
            () -> {
              int by = author.applyAsInt(count.incrementAndGet());
              long start = System.nanoTime();
              String id = acts.post(by);
              if (looks.tryAcquire()) {
                try {
                  lookFor(id, town.person(town.followerOf(by, new SplittableRandom())));
                  (by == GIANT ? giant : small).add(System.nanoTime() - start);
                } finally {
                  looks.release();
                }
              }
              return CompletableFuture.completedStage(null);
            },
            mix.read());
    Settling.settle(running);
    OpenLoop.Sent sent = new OpenLoop(perSecond, sizes.phase()).send(looking, random.split());
    progress.accept(
        "http: visible, at %.0f/s: %,d posts, failed %d, p50 %.1f p99 %.1f ms"
            .formatted(
                perSecond, small.count(), sent.failed(), small.millis(50), small.millis(99)));
    return new Seen(small, giant);
  }

  private void lookFor(String id, Person follower) {
    long end = System.nanoTime() + LOOKED_FOR_MAX.toNanos();
    while (!acts.sees(follower, id)) {
      if (System.nanoTime() > end) {
        throw new Unexpected("post " + id + " not seen after " + LOOKED_FOR_MAX);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** First pages of people who have never read. */
  private void cold(Map<String, Object> figures) {
    var cold = new Latencies();
    for (int reader = town.readers(); reader < town.size(); reader++) {
      long start = System.nanoTime();
      var _ = acts.home(town.person(reader), "");
      cold.add(System.nanoTime() - start);
    }
    figures.put("cold_p50_ms", cold.millis(50));
    figures.put("cold_p99_ms", cold.millis(99));
  }

  /** Page fifty beside page one, by the same readers. */
  private void deep(Map<String, Object> figures) {
    var first = new Latencies();
    var deep = new Latencies();
    for (int reader = 0; reader < Math.min(DEEP_READERS, town.readers()); reader++) {
      Person person = town.person(reader);
      String cursor = "";
      for (int page = 1; page <= DEEP_PAGE; page++) {
        long start = System.nanoTime();
        JsonNode posts = acts.home(person, cursor);
        long took = System.nanoTime() - start;
        if (posts.size() < Acts.PAGE_POSTS) {
          break;
        }
        if (page == 1) {
          first.add(took);
        } else if (page == DEEP_PAGE) {
          deep.add(took);
        }
        cursor = "&max_id=" + Acts.lastId(posts);
      }
    }
    if (deep.count() > 0) {
      figures.put("page_1_p50_ms", first.millis(50));
      figures.put("page_50_p50_ms", deep.millis(50));
    }
  }
}
