package isegoria.timeline.home.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.cassandra.Cassandra;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.feed.config.TimelineProperties;
import isegoria.timeline.feed.kafka.RecentLogTail;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.home.cassandra.CassandraHomes;
import isegoria.timeline.home.kafka.FeedStreams;
import isegoria.timeline.home.kafka.FeedTopology;
import isegoria.timeline.home.kafka.HomeSnapshotCodec;
import isegoria.timeline.home.kafka.HomeView;
import isegoria.timeline.home.read.SnapshotMaker;
import isegoria.timeline.home.read.SnapshotRule;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes the slim log and the snapshots of homes, and writes these to their table. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.MATERIALIZE)
class HomeSnapshots {

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
  ViewConsumer homeView(
      KafkaSettings kafka, Cassandra cassandra, SharedProgress progress, MeterRegistry meters) {
    var homes = new CassandraHomes(cassandra, HomeSnapshotCodec::decode);
    return new ViewConsumer(
        kafka,
        "homes",
        List.of(Topics.TIMELINE_HOME_SNAPSHOTS),
        new HomeView(homes::put),
        progress,
        meters);
  }
}
