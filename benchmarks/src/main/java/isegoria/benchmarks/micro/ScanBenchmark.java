package isegoria.benchmarks.micro;

import isegoria.accounts.SanctionsInForce;
import isegoria.benchmarks.People;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.EntryLog;
import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.RecentEntries.Scan;
import isegoria.timeline.feed.read.Visibility;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import isegoria.timeline.home.read.FeedCosts;
import isegoria.timeline.home.read.HomeCandidates;
import isegoria.timeline.home.read.HomeDefinition;
import isegoria.timeline.home.read.HomeSkeleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a page does first: whom the reader follows, made ready, and the recent log, either way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class ScanBenchmark {
  private static final int AUTHORS = 100_000;
  private static final int ENTRIES = 1_000_000;

  private static final long ID_STEP = 1L << 20;

  /** Half of the entries are newer. */
  private static final long MIDDLE = ENTRIES / 2 * ID_STEP;

  private static final int PAGE = 20;

  /** A page and the candidates behind it that decide about its boosts. */
  private static final int WANTED = PAGE + HomeDefinition.BOOST_WINDOW_ENTRIES;

  /** Edges of all readers together: more than a core's own caches hold of their authors. */
  private static final int EDGES = 400_000;

  /** Whom a reader follows. */
  @Param({"5", "50", "400", "7500"})
  int follows;

  private final RecentLog log = new RecentLog(ENTRIES);
  private final RelationGraph graph = new RelationGraph(InstantSource.system());
  private final SanctionRestrictions sanctions =
      new SanctionRestrictions(new SanctionsInForce(), InstantSource.system());

  /** Everything is in memory here: nothing else is asked. */
  private final HomeCandidates.Sources sources =
      new HomeCandidates.Sources(
          log,
          _ -> null,
          _ -> List.of(),
          new NoLog(),
          _ -> Set.of(),
          new FeedCosts(System::nanoTime));

  private Reader[] readers = {};
  private int turn;

  /** Fills the log evenly, and has each reader follow whom chance names. */
  @Setup
  public void setUp() {
    var random = new SplittableRandom(1);
    for (int entry = 0; entry < ENTRIES; entry++) {
      long id = (entry + 1) * ID_STEP;
      long author = People.id(random.nextInt(AUTHORS));
      log.accept(
          new FeedFact.Appeared(
              FeedEntry.post(id, author, FeedEntry.NO_ACCOUNT, Visibility.PUBLIC, "en")));
    }
    readers = new Reader[EDGES / follows];
    for (int reader = 0; reader < readers.length; reader++) {
      graph.setAll(follows(reader, random));
      readers[reader] = graph.reader(People.id(AUTHORS + reader));
    }
  }

  private List<Relation> follows(int reader, SplittableRandom random) {
    return random
        .ints(0, AUTHORS)
        .distinct()
        .limit(follows)
        .mapToObj(author ->
            new Relation(
                People.id(author),
                People.id(AUTHORS + reader),
                Side.NOTHING,
                Side.following(Follow.WHOLE)))
        .toList();
  }

  private record NoLog() implements EntryLog {
    @Override
    public Slice older(Reader reader, long olderThan, int wanted) {
      throw new IllegalStateException("below what is in memory: " + olderThan);
    }

    @Override
    public Slice newer(Reader reader, long newerThan, int wanted) {
      throw new IllegalStateException("below what is in memory: " + newerThan);
    }
  }

  private int next() {
    turn = (turn + 1) % readers.length;
    return turn;
  }

  /** The follows of a reader, as a page takes them. */
  @Benchmark
  public Reader reader() {
    return graph.reader(People.id(AUTHORS + next()));
  }

  /** A page's entries out of the newest of everybody. */
  @Benchmark
  public Scan scan() {
    return log.scanDown(readers[next()], Long.MAX_VALUE, WANTED, ENTRIES);
  }

  /** The same out of the tails of those whom the reader follows. */
  @Benchmark
  public Slice tails() {
    return log.newestBelow(readers[next()], Long.MAX_VALUE, WANTED);
  }

  /** Older ones: each author has posted since, so that each tail is searched. */
  @Benchmark
  public Slice tailsFurtherDown() {
    return log.newestBelow(readers[next()], MIDDLE, WANTED);
  }

  /**
   * The same as the newest for one reader again and again: all that is asked lies in the
   * processor's caches.
   */
  @Benchmark
  public Slice tailsOfOne() {
    return log.newestBelow(readers[0], Long.MAX_VALUE, WANTED);
  }

  /** A first page, from the reader's follows to the entries to be shown. */
  @Benchmark
  public List<FeedEntry> page() {
    Reader reader = graph.reader(People.id(AUTHORS + next()));
    return HomeSkeleton.newest(
        HomeCandidates.of(reader, sanctions, sources), Long.MAX_VALUE, 0, PAGE);
  }
}
