package isegoria.benchmarks.ladder;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.accounts.SanctionsInForce;
import isegoria.benchmarks.People;
import isegoria.cassandra.Cassandra;
import isegoria.cassandra.CassandraProperties;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.timeline.feed.cassandra.AuthorLogs;
import isegoria.timeline.feed.cassandra.PostRows;
import isegoria.timeline.feed.kafka.RecentLogTail;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.live.ViewWatcher;
import isegoria.timeline.home.cassandra.CassandraHomes;
import isegoria.timeline.home.kafka.FeedStreams;
import isegoria.timeline.home.kafka.FeedTopology;
import isegoria.timeline.home.kafka.HomeSnapshotCodec;
import isegoria.timeline.home.kafka.HomeView;
import isegoria.timeline.home.kafka.ReadSignals;
import isegoria.timeline.home.read.FeedCosts;
import isegoria.timeline.home.read.HomeCandidates;
import isegoria.timeline.home.read.HomeSkeleton;
import isegoria.timeline.home.read.SnapshotMaker;
import isegoria.timeline.home.read.SnapshotRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Rung (f), which ships: the parts of timeline-service that make a home feed, in this process.
 *
 * <p>Events become the slim log; the slim log becomes the recent log, which pages scan or ask for
 * their authors' tails, and the snapshots of active readers, which go through Kafka into Cassandra.
 * Events become the logs of their authors too, in a view of their own, as profiles need them and
 * what lies deeper than what is in memory.
 */
final class ScanAndSnapshots implements Rung {
  static final String KEYSPACE = "ladder_timeline";

  private static final int LOG_ENTRIES_MAX = 2_000_000;

  private final KafkaSettings kafka;
  private final Cassandra cassandra;
  private final PostEvents events;
  private final Duration staleness;
  private final RelationGraph graph;
  private final RecentLog recent = new RecentLog(LOG_ENTRIES_MAX);
  private final SanctionRestrictions sanctions =
      new SanctionRestrictions(new SanctionsInForce(), Clock.systemUTC());
  private final HomeCandidates.Sources sources;
  private final CassandraHomes homes;
  private final AuthorLogView authorLogs;
  private @Nullable Running running;

  /** What runs during a round. */
  private record Running(
      RecentLogTail tail,
      FoldApp streams,
      ViewConsumer view,
      ViewConsumer authors,
      SharedProgress progress,
      ReadSignals signals,
      VisibilityPoller lookout) {}

  /**
   * Opens its tables.
   *
   * @param staleness how often a snapshot is checked for a rebuild
   */
  ScanAndSnapshots(
      RelationGraph graph,
      KafkaSettings kafka,
      String contactPoint,
      PostEvents events,
      Duration staleness) {
    this.graph = graph;
    this.kafka = kafka;
    this.events = events;
    this.staleness = staleness;
    this.cassandra = Cassandra.open(CassandraProperties.local(contactPoint), KEYSPACE);
    this.homes = new CassandraHomes(cassandra, HomeSnapshotCodec::decode);
    this.authorLogs = new AuthorLogView(new PostRows(cassandra));
    var logs = new AuthorLogs(cassandra);
    // There are no boosts here, so no original is read.
    this.sources =
        new HomeCandidates.Sources(
            recent, homes, logs, logs, _ -> Set.of(), new FeedCosts(System::nanoTime));
  }

  /** Has every author's month begun; {@code id} is of that month. */
  void begin(int people, long id) {
    authorLogs.begin(people, id);
  }

  @Override
  public String name() {
    return "f: scan and snapshots";
  }

  @Override
  public Object posts() {
    return events;
  }

  @Override
  public String without() {
    return PostEvents.NAME;
  }

  @Override
  public void activate(int[] readers) {
    for (int reader : readers) {
      now().signals().hasRead(People.id(reader));
    }
  }

  @Override
  public void open() {
    var meters = new SimpleMeterRegistry();
    var tail =
        new RecentLogTail(
            kafka, recent, new Barrier(), Clock.systemUTC(), meters, ViewWatcher.NONE);
    var topology =
        FeedTopology.build(
            graph,
            new SnapshotMaker(recent),
            tail::caughtUp,
            SnapshotRule.of(recent.arrivalsMax(), recent.entriesMax()),
            staleness);
    var streams = FeedStreams.of(kafka, topology);
    // Not started: no record is skipped here, and no reader waits.
    var progress = new SharedProgress(kafka, Topics.TIMELINE_PROGRESS);
    var view =
        new ViewConsumer(
            kafka,
            "homes",
            List.of(Topics.TIMELINE_HOME_SNAPSHOTS),
            new HomeView(homes::put),
            progress,
            meters);
    var authors =
        new ViewConsumer(
            kafka, "authors", List.of(Topics.POST_EVENTS), authorLogs, progress, meters);
    // Earlier posts by other accounts are not applied here.
    authorLogs.skipTo(events.lastId());
    tail.start();
    streams.start();
    view.start();
    authors.start();
    running =
        new Running(
            tail,
            streams,
            view,
            authors,
            progress,
            new ReadSignals(kafka, Clock.systemUTC()),
            new VisibilityPoller(id -> recent.find(id) != null));
    Await.until(
        name(), () -> tail.caughtUp() && streams.healthy() && view.healthy() && authors.healthy());
    Await.until(name(), () -> authorLogs.hasPassed(events.lastId()));
    Await.until(name(), () -> events.lastId() == 0 || recent.find(events.lastId()) != null);
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    authorLogs.expect();
    return events.post(id, author).thenCompose(_ -> now().lookout().of(id));
  }

  @Override
  public void awaitIdle() {
    Await.until(name(), authorLogs::isComplete);
  }

  @Override
  public long[] page(int reader, long olderThan) {
    long readerId = People.id(reader);
    now().signals().hasRead(readerId);
    Reader of = graph.reader(readerId);
    var candidates = HomeCandidates.of(of, sanctions, sources);
    List<FeedEntry> page = HomeSkeleton.newest(candidates, olderThan, 0, PAGE_POSTS);
    return page.stream().mapToLong(FeedEntry::id).toArray();
  }

  /**
   * Nothing is pushed to a reader: a page finds it in the recent log, or in a snapshot made since.
   */
  @Override
  public int pushed(int author) {
    return 0;
  }

  private Running now() {
    return Objects.requireNonNull(running, "not open");
  }

  /** Ends the last round for good. */
  void end() {
    cassandra.close();
  }

  @Override
  public void close() {
    Running ended = now();
    running = null;
    ended.streams().close();
    ended.view().close();
    ended.authors().close();
    ended.progress().close();
    ended.tail().close();
    ended.signals().close();
    ended.lookout().close();
  }
}
