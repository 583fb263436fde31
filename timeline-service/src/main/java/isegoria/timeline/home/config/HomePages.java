package isegoria.timeline.home.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.cassandra.Cassandra;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.feed.cassandra.AuthorLogs;
import isegoria.timeline.feed.http.PageTimers;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.post.PostTables;
import isegoria.timeline.home.cassandra.CassandraHomes;
import isegoria.timeline.home.http.GetHome;
import isegoria.timeline.home.kafka.HomeSnapshotCodec;
import isegoria.timeline.home.kafka.ListTail;
import isegoria.timeline.home.kafka.ReadSignals;
import isegoria.timeline.home.read.AccountLists;
import isegoria.timeline.home.read.FeedCosts;
import isegoria.timeline.home.read.FeedCosts.Way;
import isegoria.timeline.home.read.HomeCandidates;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages of homes are built from. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.SERVE)
class HomePages {

  @Bean
  CassandraHomes homes(Cassandra cassandra) {
    return new CassandraHomes(cassandra, HomeSnapshotCodec::decode);
  }

  @Bean(destroyMethod = "close")
  ReadSignals readSignals(KafkaSettings kafka, Clock clock) {
    return new ReadSignals(kafka, clock);
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
  AccountLists accountLists() {
    return new AccountLists();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail listTail(KafkaSettings kafka, AccountLists lists, Barrier barrier) {
    return ListTail.of(kafka, lists, barrier);
  }

  @Bean
  GetHome getHome(
      RelationGraph graph,
      AccountLists lists,
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
    return new GetHome(graph, lists, sanctions, sources, signals, pages, times);
  }
}
