package isegoria.benchmarks.ladder;

import isegoria.benchmarks.ladder.Costs.Taken;
import isegoria.benchmarks.load.ClosedLoop;
import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has every rung do the same, in rounds, so that whatever else the machine does meanwhile meets
 * them all.
 */
public final class Ladder {
  /** Clients at once when it is measured how much can be done. */
  private static final int CLIENTS = 64;

  /**
   * Clients at once who only post: so many that the processor is the limit, and not how long a post
   * takes to be seen.
   */
  private static final int AUTHORS = 256;

  /** Clients at once when pages are measured alone. */
  private static final int READERS = 2;

  private static final int READERS_COMPARED = 200;

  private final Network network;
  private final List<Rung> rungs;
  private final Costs costs;
  private final Disk disk;
  private final Sizes sizes;
  private final long seed;
  private final SplittableRandom random;
  private final IdentityHashMap<Object, ExpectedFeeds> written = new IdentityHashMap<>();
  private final Set<String> warm = new HashSet<>();
  private int round;
  private long lastId;

  /**
   * How long and how fast.
   *
   * @param rounds of which the median is taken
   * @param warmUp before a rung's first round: what is hot is compiled by then
   * @param phase of one load
   * @param postsPerSecond the common rate at which posts are compared
   * @param readsPerPost in the mix
   * @param load share of the most that can be done, at which latency is measured
   * @param giantEvery one of so many posts is number 0's, in a load of its own; 0: there is none
   */
  public record Sizes(
      int rounds,
      Duration warmUp,
      Duration phase,
      double postsPerSecond,
      double readsPerPost,
      double load,
      int giantEvery) {}

  /** Loads of a rung in a round: each has the same people in every rung. */
  private enum Phase {
    WARM_UP,
    COMMON,
    BUSY,
    OPEN,
    PAGES,
    MOST,
    MIX,
    GIANT
  }

  /**
   * Builds it from rungs that are not used meanwhile; feed work is not told where what a post costs
   * without feeds is no rung.
   *
   * @param idFirst of the posts: the moment at which the run begins
   */
  public Ladder(
      Network network,
      List<Rung> rungs,
      Costs costs,
      Disk disk,
      Sizes sizes,
      long seed,
      long idFirst) {
    this.network = network;
    this.rungs = List.copyOf(rungs);
    this.costs = costs;
    this.disk = disk;
    this.sizes = sizes;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.lastId = idFirst;
    rungs.forEach(rung -> written.computeIfAbsent(rung.posts(), _ -> new ExpectedFeeds()));
  }

  /** All rungs, in their order, each with the median of its rounds. */
  public List<Cell> run(Consumer<String> progress) {
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    for (round = 0; round < sizes.rounds(); round++) {
      for (Cell cell : round()) {
        progress.accept("round " + (round + 1) + ": " + cell.line());
        cells.computeIfAbsent(cell.rung(), _ -> new ArrayList<>()).add(cell);
      }
    }
    return cells.values().stream().map(Cell::median).toList();
  }

  /**
   * Each round begins with another rung, and every other one goes backwards: who comes next meets
   * what the last has left to do.
   */
  private List<Cell> round() {
    Map<String, Cell> measured = new LinkedHashMap<>();
    var order = new ArrayList<Rung>(rungs);
    Collections.rotate(order, -round);
    for (Rung rung : round % 2 == 0 ? order : order.reversed()) {
      rung.open();
      try {
        measured.put(rung.name(), measure(rung));
      } finally {
        rung.close();
      }
    }
    return rungs.stream()
        .map(rung -> {
          Cell cell = Objects.requireNonNull(measured.get(rung.name()));
          double feeds = cell.get(Figure.OPEN_POST_CPU_US) - withoutFeeds(rung, cell);
          return Double.isFinite(feeds) ? cell.with(Figure.FEED_CPU_US, feeds) : cell;
        })
        .toList();
  }

  /**
   * Processor time of a post without a rung's feeds, in microseconds, when as many come a second,
   * at the same kind of moments: what comes faster, or in bursts, shares more of its requests, and
   * costs less. Not a number where that is no rung of this run.
   */
  private double withoutFeeds(Rung rung, Cell cell) {
    Rung without =
        rungs.stream().filter(each -> each.name().equals(rung.without())).findAny().orElse(null);
    if (without == null) {
      return Double.NaN;
    }
    if (without.equals(rung)) {
      return cell.get(Figure.OPEN_POST_CPU_US);
    }
    without.open();
    try {
      AtRate posts = postsAt(without, Phase.OPEN, openRate(cell.get(Figure.BUSY_POSTS_PER_SECOND)));
      return posts.failed() == 0 ? posts.cpuMicros() : Double.NaN;
    } finally {
      without.close();
    }
  }

  /** What a rung can take for long, of what it can do at most. */
  private double openRate(double busyPerSecond) {
    return sizes.load() * busyPerSecond;
  }

  private Cell measure(Rung rung) {
    var figures = new EnumMap<Figure, Double>(Figure.class);
    int failed = warmUp(rung) + posts(rung, figures);
    if (!rung.hasPages()) {
      return new Cell(rung.name(), figures, failed, ExpectedFeeds.Difference.NONE);
    }
    Taken before = costs.now();
    ClosedLoop.Done pages = closed(rung, Phase.PAGES, Double.MAX_VALUE, READERS);
    double pageSeconds = costs.now().since(before).cpuSeconds();
    figures.put(Figure.PAGE_CPU_US, pageSeconds * 1e6 / pages.pages());
    ClosedLoop.Done most = closed(rung, Phase.MOST, sizes.readsPerPost(), CLIENTS);
    figures.put(Figure.SATURATED_PER_SECOND, most.perSecond());
    double perSecond = sizes.load() * most.perSecond();
    failed += pages.failed() + most.failed() + mixed(rung, perSecond, figures);
    if (sizes.giantEvery() > 0) {
      failed += besideGiant(rung, perSecond, figures);
    }
    return new Cell(
        rung.name(), figures, failed, writtenBy(rung).compare(network, rung, someReaders()));
  }

  /** Posts and pages together, at the cell's share of what can be done. */
  private int mixed(Rung rung, double perSecond, Map<Figure, Double> figures) {
    var deliveries = new Deliveries(network, lastId);
    Disk.Bytes stored = disk.written();
    Taken before = costs.now();
    OpenLoop.Sent sent =
        new OpenLoop(perSecond, sizes.phase())
            .send(mix(rung, Phase.MIX, sizes.readsPerPost(), deliveries), random.split());
    rung.awaitIdle();
    Taken taken = costs.now().since(before);
    Disk.Bytes kept = disk.written().since(stored);
    new Mixed(deliveries, sent, taken, kept).tell(rung::pushed, figures);
    return sent.failed();
  }

  /** The same load, and now and then a post by number 0. */
  private int besideGiant(Rung rung, double perSecond, Map<Figure, Double> figures) {
    var deliveries = new Deliveries(network, lastId);
    OpenLoop.Sent sent =
        new OpenLoop(perSecond, sizes.phase())
            .send(mix(rung, Phase.GIANT, sizes.readsPerPost(), deliveries), random.split());
    rung.awaitIdle();
    figures.put(Figure.SMALL_VISIBLE_P99_MS_DURING_GIANT, deliveries.small().millis(99));
    figures.put(Figure.GIANT_VISIBLE_P50_MS, deliveries.giant().millis(50));
    figures.put(Figure.GIANT_VISIBLE_P99_MS, deliveries.giant().millis(99));
    return sent.failed();
  }

  private int warmUp(Rung rung) {
    rung.activate(network.active());
    int failed = 0;
    if (warm.add(rung.name())) {
      Mix mix = mix(rung, Phase.WARM_UP, sizes.readsPerPost(), null);
      failed += new ClosedLoop(CLIENTS, sizes.warmUp()).run(mix, random.split()).failed();
    }
    return failed + closed(rung, Phase.WARM_UP, sizes.readsPerPost(), CLIENTS).failed();
  }

  private int posts(Rung rung, Map<Figure, Double> figures) {
    AtRate common = postsAt(rung, Phase.COMMON, sizes.postsPerSecond());
    Taken before = costs.now();
    ClosedLoop.Done done = closed(rung, Phase.BUSY, 0, AUTHORS);
    double busySeconds = costs.now().since(before).cpuSeconds();
    AtRate open = postsAt(rung, Phase.OPEN, openRate(done.perSecond()));
    figures.put(Figure.POST_CPU_US, common.cpuMicros());
    figures.put(Figure.BUSY_POST_CPU_US, busySeconds * 1e6 / done.posts());
    figures.put(Figure.BUSY_POSTS_PER_SECOND, done.perSecond());
    figures.put(Figure.OPEN_POST_CPU_US, open.cpuMicros());
    return common.failed() + done.failed() + open.failed();
  }

  private AtRate postsAt(Rung rung, Phase phase, double perSecond) {
    Taken before = costs.now();
    OpenLoop.Sent sent =
        new OpenLoop(perSecond, sizes.phase()).send(mix(rung, phase, 0, null), random.split());
    rung.awaitIdle();
    double seconds = costs.now().since(before).cpuSeconds();
    return new AtRate(seconds * 1e6 / sent.done(), sent.failed());
  }

  /** What posts at a given rate cost. */
  private record AtRate(double cpuMicros, int failed) {}

  /** What is not done while it is asked for has to be done after it. */
  private ClosedLoop.Done closed(Rung rung, Phase phase, double readsPerPost, int clients) {
    long start = System.nanoTime();
    ClosedLoop.Done done =
        new ClosedLoop(clients, sizes.phase())
            .run(mix(rung, phase, readsPerPost, null), random.split());
    rung.awaitIdle();
    return done.until(System.nanoTime() - start);
  }

  private Mix mix(Rung rung, Phase phase, double readsPerPost, @Nullable Deliveries deliveries) {
    long ofPhase = (seed * sizes.rounds() + round) * 31 + phase.name().hashCode();
    var draws = new LoadSchedule(network, phase == Phase.GIANT ? sizes.giantEvery() : 0, ofPhase);
    return new Mix(
        readsPerPost,
        due -> post(rung, draws.nextAuthor(), due, deliveries),
        () -> {
          int reader = draws.nextReader();
          long at = System.nanoTime();
          long[] page = rung.page(reader, Long.MAX_VALUE);
          if (deliveries != null) {
            deliveries.hasRead(reader, at, page);
          }
        });
  }

  private CompletionStage<?> post(
      Rung rung, int author, long due, @Nullable Deliveries deliveries) {
    return rung.post(nextId(writtenBy(rung), author), author)
        .whenComplete((_, failure) -> {
          if (deliveries != null && failure == null) {
            deliveries.isVisible(author, due, System.nanoTime());
          } else if (deliveries != null) {
            deliveries.hasFailed(author);
          }
        });
  }

  private ExpectedFeeds writtenBy(Rung rung) {
    return written.computeIfAbsent(rung.posts(), _ -> new ExpectedFeeds());
  }

  /** Sixty-four ids a millisecond: more than any rung takes posts. */
  private synchronized long nextId(ExpectedFeeds to, int author) {
    lastId += 1L << 10;
    to.add(lastId, author);
    return lastId;
  }

  private int[] someReaders() {
    return random
        .ints(READERS_COMPARED, 0, network.active().length)
        .map(at -> network.active()[at])
        .toArray();
  }
}
