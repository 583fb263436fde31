package isegoria.timeline.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.accounts.Accounts;
import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.cassandra.AccountRows;
import isegoria.api.Origin;
import isegoria.cassandra.Cassandra;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.service.SanctionWiring;
import isegoria.timeline.feed.cassandra.AuthorLogs;
import isegoria.timeline.home.cassandra.CassandraHomes;
import isegoria.timeline.feed.cassandra.CassandraPosts;
import isegoria.timeline.feed.cassandra.CassandraSharedFeeds;
import isegoria.timeline.feed.cassandra.PostCountRows;
import isegoria.timeline.feed.cassandra.PostRows;
import isegoria.timeline.home.http.GetHome;
import isegoria.timeline.feed.http.PageTimers;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.kafka.AccountViewWriter;
import isegoria.timeline.home.kafka.FeedStreams;
import isegoria.timeline.home.kafka.FeedTopology;
import isegoria.timeline.home.kafka.HomeSnapshotCodec;
import isegoria.timeline.home.kafka.HomeView;
import isegoria.timeline.feed.kafka.PostStateCodec;
import isegoria.timeline.feed.kafka.PostView;
import isegoria.timeline.home.kafka.ReadSignals;
import isegoria.timeline.feed.kafka.RecentLogTail;
import isegoria.timeline.feed.kafka.RelationTail;
import isegoria.timeline.feed.kafka.RowCacheTail;
import isegoria.timeline.feed.memory.AccountCache;
import isegoria.timeline.feed.memory.PostCache;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.RowCaches;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.home.read.FeedCosts;
import isegoria.timeline.home.read.FeedCosts.Way;
import isegoria.timeline.home.read.HomeCandidates;
import isegoria.timeline.home.read.SnapshotMaker;
import isegoria.timeline.home.read.SnapshotRule;
import isegoria.timeline.feed.read.post.PostTables;
import isegoria.timeline.feed.read.shared.SharedFeeds;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every part of the service and what it is given, by hand: top to bottom as a page is read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimelineProperties.class)
@Import(SanctionWiring.class)
class Wiring {

  private static final String ACCOUNT_TABLE = "account";

  @Bean
  RecentLog recentLog(TimelineProperties timeline, MeterRegistry meters) {
    var log = new RecentLog(timeline.recentLogEntries(Runtime.getRuntime().maxMemory()));
    Gauge.builder("feeds.recent.entries", log, RecentLog::size)
        .description("Entries of the recent log in memory")
        .register(meters);
    Gauge.builder("feeds.tails.size", log, RecentLog::tailsBytes)
        .description("Memory that the authors' tails take")
        .baseUnit("bytes")
        .register(meters);
    return log;
  }

  @Bean
  RelationGraph relationGraph(Clock clock, MeterRegistry meters) {
    var graph = new RelationGraph(clock);
    Gauge.builder("feeds.follows", graph, RelationGraph::follows)
        .description("Follows in memory")
        .register(meters);
    Gauge.builder("feeds.follows.size", graph, RelationGraph::followsBytes)
        .description("Memory that the follows take")
        .baseUnit("bytes")
        .register(meters);
    return graph;
  }

  @Bean
  SanctionRestrictions restrictions(SanctionsInForce sanctions, Clock clock) {
    return new SanctionRestrictions(sanctions, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  FoldApp feedStreams(
      KafkaSettings kafka,
      TimelineProperties timeline,
      RecentLog recent,
      RelationGraph graph,
      RecentLogTail recentLogTail,
      @Qualifier("relationTail") Tail relationTail,
      MeterRegistry meters) {
    Gauge.builder("feed.staleness", timeline, t -> t.feedStaleness().toMillis() / 1_000.0)
        .description("How often home snapshots are checked for a rebuild")
        .baseUnit("seconds")
        .register(meters);
    return FeedStreams.of(
        kafka,
        FeedTopology.build(
            graph,
            new SnapshotMaker(recent),
            () -> recentLogTail.healthy() && relationTail.healthy(),
            SnapshotRule.of(recent.arrivalsMax(), recent.entriesMax()),
            timeline.feedStaleness()));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  RecentLogTail recentLogTail(
      KafkaSettings kafka, RecentLog log, Barrier barrier, Clock clock, MeterRegistry meters) {
    return new RecentLogTail(kafka, log, barrier, clock, meters);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail relationTail(KafkaSettings kafka, RelationGraph graph, Barrier barrier) {
    return RelationTail.of(kafka, graph, barrier);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer postView(
      KafkaSettings kafka,
      Cassandra cassandra,
      SharedProgress progress,
      Barrier barrier,
      MeterRegistry meters) {
    var rows = new PostRows(cassandra);
    return new ViewConsumer(
            kafka,
            "posts",
            List.of(Topics.POST_STATES, Topics.POST_PRIVATE_STATES),
            new PostView(new PostStateCodec(), rows::apply),
            progress,
            meters)
        .clearing(rows::clear)
        .registerAt(barrier);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer accountView(
      KafkaSettings kafka,
      Cassandra cassandra,
      SharedProgress progress,
      Barrier barrier,
      MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            "accounts",
            List.of(Topics.ACCOUNT_STATES, Topics.ACCOUNT_COUNTS, Topics.POST_COUNTS),
            new AccountViewWriter(
                new AccountRows(cassandra, ACCOUNT_TABLE), new PostCountRows(cassandra)),
            progress,
            meters)
        .registerAt(barrier);
  }

  @Bean
  CassandraHomes homes(Cassandra cassandra) {
    return new CassandraHomes(cassandra, HomeSnapshotCodec::decode);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer homeView(
      KafkaSettings kafka, CassandraHomes homes, SharedProgress progress, MeterRegistry meters) {
    return new ViewConsumer(
        kafka,
        "homes",
        List.of(Topics.TIMELINE_HOME_SNAPSHOTS),
        new HomeView(homes::put),
        progress,
        meters);
  }

  @Bean(destroyMethod = "close")
  ReadSignals readSignals(KafkaSettings kafka, Clock clock) {
    return new ReadSignals(kafka, clock);
  }

  @Bean
  PostCache posts(Cassandra cassandra, TimelineProperties timeline) {
    var states = new PostStateCodec();
    return new PostCache(new CassandraPosts(cassandra, states::post), rowCachesBytes(timeline));
  }

  @Bean
  AccountCache accounts(Cassandra cassandra, TimelineProperties timeline) {
    return new AccountCache(new AccountRows(cassandra, ACCOUNT_TABLE), rowCachesBytes(timeline));
  }

  /** Half of it for posts, half for accounts. */
  private static long rowCachesBytes(TimelineProperties timeline) {
    return timeline.rowCachesBytes(Runtime.getRuntime().maxMemory()) / 2;
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail copiesTail(
      KafkaSettings kafka,
      @Qualifier("postView") ViewConsumer postView,
      @Qualifier("accountView") ViewConsumer accountView,
      PostCache posts,
      AccountCache accounts,
      RowCaches copies,
      Barrier barrier) {
    return RowCacheTail.of(
        kafka,
        postView,
        new PostView(
            new PostStateCodec(),
            (change, _, _, _) -> {
              posts.apply(change);
              return CompletableFuture.completedStage(null);
            }),
        accountView,
        new AccountViewWriter(accounts, posts),
        copies::tablesAreCurrent,
        barrier);
  }

  @Bean
  RowCaches copies(PostCache posts, AccountCache accounts) {
    return new RowCaches(posts, accounts);
  }

  @Bean
  SharedFeeds sharedFeeds(Cassandra cassandra) {
    return new CassandraSharedFeeds(cassandra);
  }

  @Bean
  AuthorLogs authorLogs(Cassandra cassandra, RelationGraph graph) {
    return new AuthorLogs(cassandra, graph::followedBy);
  }

  @Bean
  FeedCosts feedCosts(MeterRegistry meters) {
    var costs = new FeedCosts(System::nanoTime);
    for (Way way : Way.values()) {
      String name = way.name().toLowerCase(Locale.ROOT);
      Gauge.builder("feeds.cost", costs, c -> c.nanosOf(way))
          .description(
              "Time of an entry scanned, an author's tail or log asked, a snapshot fetched")
          .tag("way", name)
          .baseUnit("nanoseconds")
          .register(meters);
      FunctionCounter.builder("feeds.ways", costs, c -> c.taken(way))
          .description("How often pages took each way to their entries")
          .tag("way", name)
          .register(meters);
    }
    return costs;
  }

  @Bean
  PageTimers pageTimes(MeterRegistry meters) {
    return new PageTimers(meters);
  }

  @Bean
  Pages pages(
      PostTables posts,
      Accounts accounts,
      SanctionRestrictions sanctions,
      Origin origin,
      PageTimers times) {
    return Pages.of(posts, accounts, sanctions, origin, times);
  }

  @Bean
  GetHome getHome(
      RelationGraph graph,
      SanctionRestrictions sanctions,
      RecentLog recent,
      CassandraHomes homes,
      AuthorLogs logs,
      PostTables posts,
      ReadSignals signals,
      Pages pages,
      PageTimers times,
      FeedCosts costs) {
    var sources = new HomeCandidates.Sources(recent, homes, logs, logs, posts, costs);
    return new GetHome(graph, sanctions, sources, signals, pages, times);
  }
}
