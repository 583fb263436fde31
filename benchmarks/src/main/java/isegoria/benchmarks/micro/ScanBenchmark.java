package isegoria.benchmarks.micro;

import isegoria.benchmarks.People;
import isegoria.timeline.memory.RecentLog;
import isegoria.timeline.memory.RelationGraph;
import isegoria.timeline.read.feed.EntryLog.Slice;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.FeedFact;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.RecentEntries.Scan;
import isegoria.timeline.read.feed.Visibility;
import isegoria.timeline.read.relation.Follow;
import isegoria.timeline.read.relation.Relation;
import isegoria.timeline.read.relation.Side;
import java.time.InstantSource;
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

  /** A page and the candidates behind it that decide about its boosts. */
  private static final int WANTED = 60;

  private static final int READER = 1;

  /** Whom the reader follows. */
  @Param({"5", "50", "400", "7500"})
  int follows;

  private final RecentLog log = new RecentLog(ENTRIES);
  private final RelationGraph graph = new RelationGraph(InstantSource.system());
  private Reader reader = graph.reader(People.id(READER));

  /** Fills the log, and has the reader follow popular and unpopular accounts alike. */
  @Setup
  public void setUp() {
    var random = new SplittableRandom(1);
    for (int entry = 0; entry < ENTRIES; entry++) {
      long id = (entry + 1L) << 20;
      long author = People.id(random.nextInt(AUTHORS));
      log.accept(
          new FeedFact.Appeared(
              FeedEntry.post(id, author, FeedEntry.NOBODY, Visibility.PUBLIC, "en")));
    }
    for (int author : random.ints(2, AUTHORS).distinct().limit(follows).toArray()) {
      graph.set(
          new Relation(
              People.id(READER), People.id(author), Side.following(Follow.WHOLE), Side.NOTHING));
    }
    reader = graph.reader(People.id(READER));
  }

  /** The follows of a reader, as a page takes them. */
  @Benchmark
  public Reader reader() {
    return graph.reader(People.id(READER));
  }

  /** A page's entries out of the newest of everybody. */
  @Benchmark
  public Scan scan() {
    return log.scanDown(reader, Long.MAX_VALUE, WANTED, ENTRIES);
  }

  /** The same out of the tails of those whom the reader follows. */
  @Benchmark
  public Slice tails() {
    return log.newestBelow(reader, Long.MAX_VALUE, WANTED);
  }
}
