package isegoria.post.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.cassandra.Cassandra;
import isegoria.edge.EdgeProperties;
import isegoria.edge.ReadinessCheck;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.post.cassandra.AccountRows;
import isegoria.post.cassandra.AuthoredRows;
import isegoria.post.cassandra.CassandraRows;
import isegoria.post.cassandra.EngagementRows;
import isegoria.post.cassandra.MarkRows;
import isegoria.post.cassandra.NumberRows;
import isegoria.post.cassandra.PinsRows;
import isegoria.post.cassandra.PostRows;
import isegoria.post.cassandra.RelationshipRows;
import isegoria.post.cassandra.ReplyRows;
import isegoria.post.kafka.AccountViewWriter;
import isegoria.post.kafka.CountsApp;
import isegoria.post.kafka.EnforcementCodec;
import isegoria.post.kafka.Erasure;
import isegoria.post.kafka.PostCommands;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.post.read.Projections;
import isegoria.post.read.sanction.Sanctions;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every bean of the service but its resources. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostProperties.class)
@Import(Tables.class)
public class Wiring {

  @Bean
  KafkaSettings kafkaSettings(EdgeProperties edge, PostProperties post) {
    EdgeProperties.Kafka kafka = edge.kafka();
    return new KafkaSettings(
        kafka.bootstrapServers(),
        kafka.username(),
        kafka.password(),
        kafka.partitions(),
        "post",
        edge.instance(),
        edge.stateDir(),
        post.standbys());
  }

  @Bean
  Barrier barrier() {
    return new Barrier();
  }

  @Bean
  Sanctions sanctions() {
    return new Sanctions();
  }

  @Bean
  Aggregates aggregates(EdgeProperties edge) {
    return Aggregates.with(new WordsHash(Pepper.in(edge.secretsDir())));
  }

  @Bean
  CassandraRows cassandraRows(
      Cassandra cassandra,
      PostRows posts,
      AuthoredRows authored,
      ReplyRows replies,
      EngagementRows engagements,
      MarkRows marks,
      PinsRows pins) {
    return new CassandraRows(
        cassandra.writes(), posts, authored, replies, engagements, marks, pins);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  DeciderApp deciderApp(
      KafkaSettings kafka,
      Aggregates aggregates,
      CassandraRows rows,
      PostProperties post,
      MeterRegistry meters) {
    return new DeciderApp(
        kafka,
        PostCommands.TOPICS,
        aggregates.all(),
        outcome -> rows.apply(Projections.rows(outcome), outcome.recordedMicros()),
        post.dedupeWindow(),
        meters);
  }

  @Bean
  PostCommands postCommands(Aggregates aggregates, DeciderApp app) {
    return new PostCommands(aggregates, app.commands());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  CountsApp countsApp(KafkaSettings kafka) {
    return new CountsApp(kafka);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  SharedProgress sharedProgress(KafkaSettings kafka) {
    return new SharedProgress(kafka, Topics.POST_PROGRESS);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer accountView(
      KafkaSettings kafka,
      AccountRows accounts,
      RelationshipRows relationships,
      NumberRows numbers,
      SharedProgress progress,
      Barrier barrier,
      MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            "copies",
            AccountViewWriter.TOPICS,
            new AccountViewWriter(accounts, relationships, numbers),
            meters)
        .registerAt(barrier, progress);
  }

  /** No reader waits for an erasure. */
  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer erasure(
      KafkaSettings kafka,
      AuthoredRows posts,
      EngagementRows engagements,
      PinsRows pins,
      PostCommands commands,
      MeterRegistry meters) {
    var erasure = new Erasure(posts, engagements, pins, commands);
    return new ViewConsumer(kafka, "erasure", Erasure.TOPICS, erasure, meters);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail enforcement(KafkaSettings kafka, Sanctions sanctions, Barrier barrier) {
    var codec = new EnforcementCodec(sanctions);
    return new Tail(kafka, "enforcement", List.of(Topics.MODERATION_ENFORCEMENT), codec::apply)
        .registerAt(barrier);
  }

  @Bean
  ReadinessCheck commandsDecided(DeciderApp app) {
    return new ReadinessCheck("commands", app::ready);
  }

  @Bean
  ReadinessCheck countsRunning(CountsApp app) {
    return new ReadinessCheck("counts", app::ready);
  }

  @Bean
  ReadinessCheck accountViewHealthy(ViewConsumer accountView) {
    return new ReadinessCheck("copies", accountView::healthy);
  }

  @Bean
  ReadinessCheck sanctionsKnown(Tail enforcement) {
    return new ReadinessCheck("sanctions", enforcement::caughtUp);
  }
}
