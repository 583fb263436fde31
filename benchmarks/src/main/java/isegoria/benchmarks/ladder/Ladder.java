package isegoria.benchmarks.ladder;

import isegoria.benchmarks.ladder.Cell.PerDelivery;
import isegoria.benchmarks.ladder.Costs.Taken;
import isegoria.benchmarks.load.ClosedLoop;
import isegoria.benchmarks.load.Mix;
import isegoria.benchmarks.load.OpenLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
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
  private final SplittableRandom random;
  private final IdentityHashMap<Object, Written> written = new IdentityHashMap<>();
  private final Set<String> warm = new HashSet<>();
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
   */
  public record Sizes(
      int rounds,
      Duration warmUp,
      Duration phase,
      double postsPerSecond,
      double readsPerPost,
      double load) {}

  /**
   * Builds it from rungs that nobody uses meanwhile; feed work is not told where what a post costs
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
    this.random = new SplittableRandom(seed);
    this.lastId = idFirst;
    rungs.forEach(rung -> written.computeIfAbsent(rung.posts(), _ -> new Written()));
  }

  /** All rungs, in their order, each with the median of its rounds. */
  public List<Cell> run(Consumer<String> progress) {
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    for (int round = 0; round < sizes.rounds(); round++) {
      for (Cell cell : round(round)) {
        progress.accept("round " + (round + 1) + ": " + cell.line());
        cells.computeIfAbsent(cell.rung(), _ -> new ArrayList<>()).add(cell);
      }
    }
    return cells.values().stream().map(Cell::median).toList();
  }

  /** Each round begins with another rung: who comes next meets what the last has left to do. */
  private List<Cell> round(int round) {
    Map<String, Cell> measured = new LinkedHashMap<>();
    for (int i = 0; i < rungs.size(); i++) {
      Rung rung = rungs.get((i + round) % rungs.size());
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
          return cell.without(withoutFeeds(rung, cell));
        })
        .toList();
  }

  /**
   * Processor time of a post without a rung's feeds, in microseconds, when as many come a second,
   * at the same kind of moments: what comes faster, or in bursts, shares more of its requests, and
   * costs less.
   */
  private double withoutFeeds(Rung rung, Cell cell) {
    Rung without =
        rungs.stream().filter(each -> each.name().equals(rung.without())).findAny().orElse(null);
    if (without == null) {
      return Double.NaN;
    }
    if (without.equals(rung)) {
      return cell.openPostCpuMicros();
    }
    without.open();
    try {
      AtRate posts = postsAt(without, openRate(cell.busyPostsPerSecond()));
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
    int failed = warmUp(rung);
    Posted posted = posts(rung);
    failed += posted.failed();
    if (!rung.hasPages()) {
      return Cell.ofPosts(
          rung.name(),
          posted.cpuMicros(),
          posted.busyCpuMicros(),
          posted.busyPerSecond(),
          posted.openCpuMicros(),
          failed);
    }
    Taken before = costs.now();
    ClosedLoop.Done pages = closed(rung, Double.MAX_VALUE, READERS);
    double pageCpu = costs.now().since(before).cpuSeconds() / pages.pages();
    ClosedLoop.Done most = closed(rung, sizes.readsPerPost(), CLIENTS);
    var deliveries = new Deliveries(network, lastId);
    Disk.Bytes stored = disk.written();
    before = costs.now();
    OpenLoop.Sent sent =
        new OpenLoop(sizes.load() * most.perSecond(), sizes.phase())
            .send(mix(rung, sizes.readsPerPost(), deliveries), random.split());
    rung.settle();
    Taken taken = costs.now().since(before);
    Disk.Bytes kept = disk.written().since(stored);
    long delivered = deliveries.count();
    return new Cell(
        rung.name(),
        posted.cpuMicros(),
        posted.busyCpuMicros(),
        posted.busyPerSecond(),
        posted.openCpuMicros(),
        0,
        pageCpu * 1e6,
        most.perSecond(),
        sent.posts().millis(50),
        sent.posts().millis(99),
        sent.pages().millis(50),
        sent.pages().millis(99),
        delivered / taken.cpuSeconds(),
        deliveries.shown() / taken.cpuSeconds(),
        PerDelivery.of(taken.writtenBytes(), kept, delivered),
        pushedPerPost(rung),
        failed + pages.failed() + most.failed() + sent.failed(),
        writtenBy(rung).compare(network, rung, someReaders()));
  }

  private int warmUp(Rung rung) {
    rung.activate(network.active());
    Mix mix = mix(rung, sizes.readsPerPost(), null);
    int failed = 0;
    if (warm.add(rung.name())) {
      failed += new ClosedLoop(CLIENTS, sizes.warmUp()).run(mix, random.split()).failed();
    }
    return failed + closed(rung, sizes.readsPerPost(), CLIENTS).failed();
  }

  private Posted posts(Rung rung) {
    AtRate common = postsAt(rung, sizes.postsPerSecond());
    Taken before = costs.now();
    ClosedLoop.Done done = closed(rung, 0, AUTHORS);
    double busySeconds = costs.now().since(before).cpuSeconds();
    AtRate open = postsAt(rung, openRate(done.perSecond()));
    return new Posted(
        common.cpuMicros(),
        busySeconds * 1e6 / done.posts(),
        done.perSecond(),
        open.cpuMicros(),
        common.failed() + done.failed() + open.failed());
  }

  private record Posted(
      double cpuMicros,
      double busyCpuMicros,
      double busyPerSecond,
      double openCpuMicros,
      int failed) {}

  private AtRate postsAt(Rung rung, double perSecond) {
    Taken before = costs.now();
    OpenLoop.Sent sent =
        new OpenLoop(perSecond, sizes.phase()).send(mix(rung, 0, null), random.split());
    rung.settle();
    double seconds = costs.now().since(before).cpuSeconds();
    return new AtRate(seconds * 1e6 / sent.posts().count(), sent.failed());
  }

  /** What posts at a given rate cost. */
  private record AtRate(double cpuMicros, int failed) {}

  /** What is not done while it is asked for has to be done after it. */
  private ClosedLoop.Done closed(Rung rung, double readsPerPost, int clients) {
    long start = System.nanoTime();
    ClosedLoop.Done done =
        new ClosedLoop(clients, sizes.phase()).run(mix(rung, readsPerPost, null), random.split());
    rung.settle();
    return done.until(System.nanoTime() - start);
  }

  private Mix mix(Rung rung, double readsPerPost, @Nullable Deliveries deliveries) {
    return new Mix(
        readsPerPost,
        () -> post(rung, deliveries),
        () -> {
          int reader = anyReader();
          long at = System.nanoTime();
          long[] page = rung.page(reader, Long.MAX_VALUE);
          if (deliveries != null) {
            deliveries.hasRead(reader, at, page);
          }
        });
  }

  private CompletionStage<?> post(Rung rung, @Nullable Deliveries deliveries) {
    int author = ThreadLocalRandom.current().nextInt(network.people());
    return rung.post(nextId(writtenBy(rung), author), author)
        .whenComplete((_, failure) -> {
          if (failure == null && deliveries != null) {
            deliveries.isVisible(author, System.nanoTime());
          }
        });
  }

  private Written writtenBy(Rung rung) {
    return written.computeIfAbsent(rung.posts(), _ -> new Written());
  }

  /** Sixty-four ids a millisecond: more than any rung takes posts. */
  private synchronized long nextId(Written to, int author) {
    lastId += 1L << 10;
    to.add(lastId, author);
    return lastId;
  }

  private int anyReader() {
    int[] readers = network.active();
    return readers[ThreadLocalRandom.current().nextInt(readers.length)];
  }

  private int[] someReaders() {
    return random
        .ints(READERS_COMPARED, 0, network.active().length)
        .map(at -> network.active()[at])
        .toArray();
  }

  private double pushedPerPost(Rung rung) {
    long sum = 0;
    for (int author = 0; author < network.people(); author++) {
      sum += rung.pushed(author);
    }
    return (double) sum / network.people();
  }
}
