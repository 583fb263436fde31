package isegoria.benchmarks.ladder;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import isegoria.benchmarks.People;
import isegoria.events.Topics;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.feed.kafka.FeedFactCodec;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.home.kafka.FeedStreams;
import isegoria.timeline.home.kafka.FeedTopology;
import isegoria.timeline.home.read.SnapshotMaker;
import isegoria.timeline.home.read.SnapshotRule;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rung (e): the slim log as it ships, and a ring in memory for each active reader, to which every
 * post by a followed account is appended; a ring becomes a row of Cassandra when a snapshot would.
 * Rows are written directly, without a topic between, and nothing is written for deeper pages: that
 * flatters this rung.
 */
final class RingsAndSnapshots implements Rung {
  /** Ids of one ring: more than a reader scrolls between two snapshots. */
  private static final int RING_IDS = 256;

  private static final int LOG_ENTRIES_REMEMBERED = 500_000;
  private static final int LOG_ENTRIES_KEPT = 2_000_000;

  private final Network network;
  private final KafkaSettings kafka;
  private final Tables tables;
  private final PostEvents events;
  private final Duration staleness;
  private final RingTable rings;
  private final PreparedStatement insert;
  private final Set<Long> appended = ConcurrentHashMap.newKeySet();
  private final SnapshotRule rule = SnapshotRule.of(LOG_ENTRIES_REMEMBERED, LOG_ENTRIES_KEPT);
  private final long[] askedAt;
  private volatile long nextOffset;
  private volatile long newestAppended;
  private @Nullable Running running;

  /** What runs during a round. */
  private record Running(Tail tail, FoldApp streams, Thread snapshots, VisibilityPoller lookout) {}

  RingsAndSnapshots(
      Network network, KafkaSettings kafka, Tables tables, PostEvents events, Duration staleness) {
    this.network = network;
    this.kafka = kafka;
    this.tables = tables;
    this.events = events;
    this.staleness = staleness;
    this.rings = new RingTable(network.people(), network.active(), RING_IDS);
    this.askedAt = new long[network.people()];
    this.insert = tables.prepare("INSERT INTO ring (reader, ids) VALUES (?, ?)");
  }

  @Override
  public String name() {
    return "e: rings and snapshots";
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
  public void open() {
    var noRelations = new RelationGraph(Clock.systemUTC());
    // Never ready: the snapshots that ship are not made here.
    var streams =
        FeedStreams.of(
            kafka,
            FeedTopology.build(
                noRelations, new SnapshotMaker(new RecentLog(1)), () -> false, rule, staleness));
    var tail =
        new Tail(
            kafka, "rings", List.of(Topics.TIMELINE_FEED_POSTS), OnUndecodable.SKIP, this::read);
    streams.start();
    tail.start();
    Thread snapshots = Thread.ofPlatform().daemon().name("ring-snapshots").start(this::snap);
    running = new Running(tail, streams, snapshots, new VisibilityPoller(appended::remove));
    Await.until(name(), () -> tail.caughtUp() && streams.healthy());
    // Earlier posts by other accounts are not applied here.
    Await.until(name(), () -> newestAppended >= events.lastId());
    appended.clear();
  }

  private void read(ConsumerRecord<String, byte[]> slim) {
    byte[] value = slim.value();
    // A round's tail starts over at the beginning.
    if (slim.offset() < nextOffset) {
      return;
    }
    nextOffset = slim.offset() + 1;
    if (value.length > 0 && FeedFactCodec.decode(value) instanceof FeedFact.Appeared(var entry)) {
      int author = People.of(entry.actorId());
      rings.append(entry.id(), network.activeFollowersOf(author));
      appended.add(entry.id());
      newestAppended = Math.max(newestAppended, entry.id());
    }
  }

  private void snap() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(staleness.toNanos());
      for (int reader : network.active()) {
        if (isWorthARow(reader)) {
          long[] ids = rings.ids(reader);
          ByteBuffer packed = ByteBuffer.allocate(ids.length * Long.BYTES);
          packed.asLongBuffer().put(ids);
          var _ = tables.write(insert.bind(People.id(reader), packed));
        }
      }
    }
  }

  /** By the rule that ships, counted from what was appended; none where nothing was. */
  private boolean isWorthARow(int reader) {
    long arrived = nextOffset - askedAt[reader];
    if (arrived < rule.farBehind()) {
      return false;
    }
    long own = rings.appendedSince(reader);
    askedAt[reader] = nextOffset;
    rings.restart(reader);
    return own > 0 && own * rule.patienceMax() < rule.foundEnough() * arrived;
  }

  @Override
  public CompletionStage<?> post(long id, int author) {
    var lookout = Objects.requireNonNull(running, "not open").lookout();
    return events.post(id, author).thenCompose(_ -> lookout.of(id));
  }

  @Override
  public long[] page(int reader, long olderThan) {
    long[] ids = rings.ids(reader);
    return Newest.of(Arrays.stream(ids).filter(id -> id < olderThan).toArray(), PAGE_POSTS);
  }

  @Override
  public int pushed(int author) {
    return network.activeFollowersOf(author).length;
  }

  @Override
  public void close() {
    Running ended = Objects.requireNonNull(running, "not open");
    running = null;
    ended.snapshots().interrupt();
    try {
      ended.snapshots().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.tail().close();
    ended.streams().close();
    ended.lookout().close();
  }
}
