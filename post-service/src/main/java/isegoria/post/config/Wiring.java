package isegoria.post.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.accounts.SanctionsInForce;
import isegoria.accounts.kafka.SanctionTail;
import isegoria.cassandra.Cassandra;
import isegoria.edge.EdgeProperties;
import isegoria.events.Topics;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.decide.ErasureTrigger;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.post.cassandra.AccountRows;
import isegoria.post.cassandra.CassandraRows;
import isegoria.post.cassandra.EngagementRows;
import isegoria.post.cassandra.MarkRows;
import isegoria.post.cassandra.PinsRows;
import isegoria.post.cassandra.PostCountRows;
import isegoria.post.cassandra.PostRows;
import isegoria.post.cassandra.RelationshipRows;
import isegoria.post.cassandra.ReplyRows;
import isegoria.post.kafka.AccountViewWriter;
import isegoria.post.kafka.CountsApp;
import isegoria.post.kafka.PostCommands;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.post.read.Projections;
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
  SanctionsInForce sanctions() {
    return new SanctionsInForce();
  }

  @Bean
  Aggregates aggregates(EdgeProperties edge) {
    return Aggregates.with(new WordsHash(Pepper.in(edge.secretsDir())));
  }

  @Bean
  CassandraRows cassandraRows(
      Cassandra cassandra,
      PostRows posts,
      ReplyRows replies,
      EngagementRows engagements,
      MarkRows marks,
      PinsRows pins) {
    return new CassandraRows(cassandra.writes(), posts, replies, engagements, marks, pins);
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
      PostCountRows counts,
      SharedProgress progress,
      Barrier barrier,
      MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            "known-accounts",
            AccountViewWriter.TOPICS,
            new AccountViewWriter(accounts, accounts, relationships, counts),
            progress,
            meters)
        .registerAt(barrier);
  }

  /** No reader waits for an erasure. */
  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer erasure(
      KafkaSettings kafka, DeciderApp app, SharedProgress progress, MeterRegistry meters) {
    var erasure = new ErasureTrigger(app);
    return new ViewConsumer(kafka, "erasure", ErasureTrigger.TOPICS, erasure, progress, meters);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail sanctionTail(KafkaSettings kafka, SanctionsInForce sanctions, Barrier barrier) {
    return SanctionTail.of(kafka, sanctions, barrier);
  }
}
