package isegoria.benchmarks.ladder;

import isegoria.benchmarks.People;
import isegoria.benchmarks.ladder.Costs.Taken;
import isegoria.testkit.backing.EmbeddedBacking;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * One account whom everybody follows posts, and every active follower's home is read. Every edge is
 * stored.
 */
public final class Giant {
  private static final int AUTHOR = 0;

  /** Readers whose pages are looked at as soon as a post can be seen by all. */
  private static final int READERS_COMPARED = 20;

  private final Sizes sizes;
  private final ScanAndSnapshots feeds;
  private final Costs costs;
  private final SplittableRandom random;
  private final LongArrayList giantIds = new LongArrayList();
  private long lastId = Instant.now().toEpochMilli() << 16;
  private long missing;
  private long extra;

  private Giant(Sizes sizes, ScanAndSnapshots feeds, Costs costs, long seed) {
    this.sizes = sizes;
    this.feeds = feeds;
    this.costs = costs;
    this.random = new SplittableRandom(seed);
  }

  /**
   * How many.
   *
   * @param active followers who read
   * @param warmUp posts without followers, before anything is measured
   * @param posts by each of the two who are compared
   * @param settling until what was dropped while many came is sent again, and all is quiet
   */
  public record Sizes(int followers, int active, int warmUp, int posts, Duration settling) {
    public static Sizes full(int followers, int active) {
      return new Sizes(followers, active, 500, 200, Duration.ofSeconds(20));
    }
  }

  /** Whether every page was as it must be. */
  public static boolean isRight(Map<String, ?> figures) {
    return Long.valueOf(0).equals(figures.get("missing"))
        && Long.valueOf(0).equals(figures.get("extra"));
  }

  /** Stores the edges, starts the feeds, and lets the account post. */
  public static Map<String, Object> run(Sizes sizes, long seed, Consumer<String> progress) {
    var graph = new RelationGraph(InstantSource.system());
    Side follows = Side.following(Follow.WHOLE);
    for (int person = 1; person <= sizes.followers(); person++) {
      graph.set(new Relation(People.id(AUTHOR), People.id(person), Side.NOTHING, follows));
    }
    progress.accept(
        "giant: %,d edges stored, %.2f bytes each"
            .formatted(graph.follows(), (double) graph.followsBytes() / graph.follows()));
    Path files = Nodes.directory("giant");
    try (var nodes = new Nodes(files)) {
      var feeds =
          new ScanAndSnapshots(
              graph,
              nodes.kafka(),
              nodes.cassandraContactPoint(),
              new PostEvents(nodes.kafka()),
              Duration.ofSeconds(60));
      feeds.open();
      Map<String, Object> figures =
          new Giant(sizes, feeds, new Costs(nodes.pids()), seed).measure(progress);
      figures.put("edges", graph.follows());
      figures.put("bytes_per_edge", (double) graph.followsBytes() / graph.follows());
      feeds.close();
      feeds.end();
      return figures;
    } finally {
      EmbeddedBacking.deleteRecursively(files);
    }
  }

  private Map<String, Object> measure(Consumer<String> progress) {
    feeds.activate(IntStream.rangeClosed(1, sizes.active()).toArray());
    for (int i = 0; i < sizes.warmUp(); i++) {
      double _ = visibleNanos(small(i));
    }
    double _ = readAll().seconds();
    LockSupport.parkNanos(sizes.settling().toNanos());
    Posted smalls = posts(this::small);
    Posted giants = posts(_ -> AUTHOR);
    Read read = readAll();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("active_followers", sizes.active());
    figures.put("visible_to_all_p50_ms", giants.p50Millis());
    figures.put("visible_to_all_max_ms", giants.maxMillis());
    figures.put("small_author_visible_p50_ms", smalls.p50Millis());
    figures.put("small_author_visible_max_ms", smalls.maxMillis());
    figures.put("giant_post_cpu_ms", giants.cpuMillis());
    figures.put("small_post_cpu_ms", smalls.cpuMillis());
    figures.put("giant_post_written_bytes", giants.writtenBytes());
    figures.put("small_post_written_bytes", smalls.writtenBytes());
    figures.put("read_cpu_us_per_page", read.cpuMicros());
    figures.put("read_written_bytes_per_page", read.writtenBytes());
    figures.put("read_all_seconds", read.seconds());
    figures.put("missing", missing);
    figures.put("extra", extra);
    progress.accept("giant: " + figures);
    return figures;
  }

  /**
   * Posts one after the other: what each took until every home had it, and cost; bytes sent to disk
   * in whole pages.
   */
  private record Posted(
      double p50Millis, double maxMillis, double cpuMillis, double writtenBytes) {}

  private Posted posts(IntUnaryOperator author) {
    int posts = sizes.posts();
    double[] nanos = new double[posts];
    Taken before = costs.now();
    for (int i = 0; i < posts; i++) {
      nanos[i] = visibleNanos(author.applyAsInt(i));
    }
    // What is done after a post could be seen is part of what it costs.
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    Taken taken = costs.now().since(before);
    Arrays.sort(nanos);
    return new Posted(
        nanos[posts / 2] / 1e6,
        nanos[posts - 1] / 1e6,
        taken.cpuSeconds() * 1_000 / posts,
        (double) taken.writtenBytes() / posts);
  }

  /** Every active follower's page, the last of them {@code seconds} after the first. */
  private record Read(double cpuMicros, double writtenBytes, double seconds) {}

  private Read readAll() {
    Taken before = costs.now();
    long start = System.nanoTime();
    for (int reader = 1; reader <= sizes.active(); reader++) {
      compare(reader);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Taken taken = costs.now().since(before);
    return new Read(
        taken.cpuSeconds() * 1e6 / sizes.active(),
        (double) taken.writtenBytes() / sizes.active(),
        seconds);
  }

  /** Of two pages, what one lacks and has too much. */
  private void compare(int reader) {
    long[] page = feeds.page(reader, Long.MAX_VALUE);
    int first = Math.max(0, giantIds.size() - Pages.PAGE_POSTS);
    var expected = new LongOpenHashSet(giantIds.subList(first, giantIds.size()));
    long found = Arrays.stream(page).filter(expected::contains).count();
    missing += expected.size() - found;
    extra += page.length - found;
  }

  private int small(int number) {
    return sizes.followers() + 1 + number;
  }

  /**
   * From before a post until every home has it; pages of some who follow are looked at then, which
   * is not part of it.
   */
  private double visibleNanos(int author) {
    lastId += 1L << 16;
    long start = System.nanoTime();
    feeds.post(lastId, author).toCompletableFuture().join();
    double took = System.nanoTime() - start;
    if (author == AUTHOR) {
      giantIds.add(lastId);
      for (int i = 0; i < READERS_COMPARED; i++) {
        compare(1 + random.nextInt(sizes.active()));
      }
    }
    return took;
  }
}
