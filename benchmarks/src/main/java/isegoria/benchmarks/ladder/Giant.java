package isegoria.benchmarks.ladder;

import isegoria.benchmarks.People;
import isegoria.benchmarks.ladder.Costs.Taken;
import isegoria.timeline.memory.RelationGraph;
import isegoria.timeline.read.relation.Follow;
import isegoria.timeline.read.relation.Relation;
import isegoria.timeline.read.relation.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
  private static final int WARM_UP_POSTS = 500;
  private static final int POSTS = 200;
  private static final Duration SETTLING = Duration.ofSeconds(20);

  private final int followers;
  private final int active;
  private final ScanAndSnapshots feeds;
  private final Costs costs;
  private long lastGiantId;
  private long lastId = Instant.now().toEpochMilli() << 16;

  private Giant(int followers, int active, ScanAndSnapshots feeds, Costs costs) {
    this.followers = followers;
    this.active = active;
    this.feeds = feeds;
    this.costs = costs;
  }

  /**
   * Stores the edges, starts the feeds, and lets the account post.
   *
   * @param active followers who read
   */
  public static Map<String, Object> run(
      int followers, int active, Path files, Consumer<String> progress) {
    var graph = new RelationGraph(InstantSource.system());
    Side follows = Side.following(Follow.WHOLE);
    for (int person = 1; person <= followers; person++) {
      graph.set(new Relation(People.id(AUTHOR), People.id(person), Side.NOTHING, follows));
    }
    progress.accept(
        "giant: %,d edges stored, %.2f bytes each"
            .formatted(graph.follows(), (double) graph.followsBytes() / graph.follows()));
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
          new Giant(followers, active, feeds, new Costs(nodes.pids())).measure(progress);
      figures.put("edges", graph.follows());
      figures.put("bytes_per_edge", (double) graph.followsBytes() / graph.follows());
      feeds.close();
      feeds.end();
      return figures;
    }
  }

  private Map<String, Object> measure(Consumer<String> progress) {
    int[] readers = IntStream.rangeClosed(1, active).toArray();
    feeds.activate(readers);
    for (int i = 0; i < WARM_UP_POSTS; i++) {
      visibleNanos(small(i));
    }
    readAll();
    // Signals that were dropped while many came are sent again by the pages; then all is quiet.
    LockSupport.parkNanos(SETTLING.toNanos());
    Posted smalls = posts(this::small);
    Posted giants = posts(_ -> AUTHOR);
    Read read = readAll();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("active_followers", active);
    figures.put("visible_to_all_p50_ms", giants.p50Millis());
    figures.put("visible_to_all_max_ms", giants.maxMillis());
    figures.put("small_author_visible_p50_ms", smalls.p50Millis());
    figures.put("small_author_visible_max_ms", smalls.maxMillis());
    figures.put("giant_post_cpu_ms", giants.cpuMillis());
    figures.put("small_post_cpu_ms", smalls.cpuMillis());
    figures.put("read_cpu_us_per_page", read.cpuMicros());
    figures.put("read_all_seconds", read.seconds());
    figures.put("missing", read.missing());
    progress.accept("giant: " + figures);
    return figures;
  }

  /** Posts one after the other: what each took until every home had it, and cost. */
  private record Posted(double p50Millis, double maxMillis, double cpuMillis) {}

  private Posted posts(IntUnaryOperator author) {
    long[] nanos = new long[POSTS];
    Taken before = costs.now();
    for (int i = 0; i < POSTS; i++) {
      nanos[i] = visibleNanos(author.applyAsInt(i));
    }
    // What is done after a post could be seen is part of what it costs.
    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    double cpu = costs.now().since(before).cpuSeconds() * 1_000 / POSTS;
    Arrays.sort(nanos);
    return new Posted(nanos[POSTS / 2] / 1e6, nanos[POSTS - 1] / 1e6, cpu);
  }

  /** Every active follower's page, the last of them {@code seconds} after the first. */
  private record Read(double cpuMicros, double seconds, long missing) {}

  private Read readAll() {
    Taken before = costs.now();
    long start = System.nanoTime();
    long missing = 0;
    for (int reader = 1; reader <= active; reader++) {
      long[] page = feeds.page(reader, Long.MAX_VALUE);
      missing += page.length > 0 && page[0] == lastGiantId ? 0 : 1;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Read(costs.now().since(before).cpuSeconds() * 1e6 / active, seconds, missing);
  }

  private int small(int number) {
    return followers + 1 + number;
  }

  /** From before a post until every home has it. */
  private long visibleNanos(int author) {
    lastId += 1L << 16;
    lastGiantId = author == AUTHOR ? lastId : lastGiantId;
    long start = System.nanoTime();
    feeds.post(lastId, author).toCompletableFuture().join();
    return System.nanoTime() - start;
  }
}
