package isegoria.timeline.feed.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.feed.kafka.RecentLogTail;
import isegoria.timeline.feed.kafka.RelationTail;
import isegoria.timeline.feed.memory.RecentLog;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.read.live.ViewWatcher;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every process keeps in memory: pages are cut from it, and snapshots are made from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimelineProperties.class)
class FeedMemory {

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

  @Bean(initMethod = "start", destroyMethod = "close")
  RecentLogTail recentLogTail(
      KafkaSettings kafka,
      RecentLog log,
      Barrier barrier,
      Clock clock,
      MeterRegistry meters,
      ObjectProvider<ViewWatcher> watcher) {
    return new RecentLogTail(kafka, log, barrier, clock, meters, of(watcher));
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

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail relationTail(
      KafkaSettings kafka,
      RelationGraph graph,
      Barrier barrier,
      ObjectProvider<ViewWatcher> watcher) {
    return RelationTail.of(kafka, graph, barrier, of(watcher));
  }

  /** A process that serves no client has none. */
  private static ViewWatcher of(ObjectProvider<ViewWatcher> watcher) {
    return watcher.getIfAvailable(() -> ViewWatcher.NONE);
  }
}
