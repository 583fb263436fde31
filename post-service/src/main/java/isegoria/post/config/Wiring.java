package isegoria.post.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.cassandra.Cassandra;
import isegoria.edge.EdgeProperties;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.post.cassandra.CassandraRows;
import isegoria.post.cassandra.EngagementRows;
import isegoria.post.cassandra.KnownAccountRows;
import isegoria.post.cassandra.MarkRows;
import isegoria.post.cassandra.PinsRows;
import isegoria.post.cassandra.PostCountRows;
import isegoria.post.cassandra.PostRows;
import isegoria.post.cassandra.RelationshipRows;
import isegoria.post.cassandra.ReplyRows;
import isegoria.post.kafka.AccountViewWriter;
import isegoria.post.kafka.CountsCodec;
import isegoria.post.kafka.PostCommands;
import isegoria.post.kafka.PostCommands.Aggregates;
import isegoria.post.kafka.WordsHash;
import isegoria.service.Deciders;
import isegoria.service.FilterWiring;
import isegoria.service.Pepper;
import isegoria.service.SanctionWiring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every bean of the service but its resources. */
@Configuration(proxyBeanMethods = false)
@Import({Tables.class, SanctionWiring.class, FilterWiring.class})
public class Wiring {

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

  @Bean
  Deciders deciders(Aggregates aggregates, PostRows posts, CassandraRows rows) {
    return new Deciders(PostCommands.TOPICS, aggregates.all(), new OutcomeRows(posts, rows::apply));
  }

  @Bean
  PostCommands postCommands(Aggregates aggregates, Commands commands) {
    return new PostCommands(aggregates, commands);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  FoldApp countFold(KafkaSettings kafka) {
    return FoldApp.of(kafka, "counts", CountsCodec.FOLD);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer accountView(
      KafkaSettings kafka,
      KnownAccountRows accounts,
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
}
