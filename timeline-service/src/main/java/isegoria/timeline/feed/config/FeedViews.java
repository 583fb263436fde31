package isegoria.timeline.feed.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.accounts.cassandra.AccountRows;
import isegoria.cassandra.Cassandra;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.timeline.feed.cassandra.PostCountRows;
import isegoria.timeline.feed.cassandra.PostRows;
import isegoria.timeline.feed.kafka.AccountViewWriter;
import isegoria.timeline.feed.kafka.PostStateCodec;
import isegoria.timeline.feed.kafka.PostView;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What writes the tables that all feeds read. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.MATERIALIZE)
class FeedViews {

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer postView(
      KafkaSettings kafka, Cassandra cassandra, SharedProgress progress, MeterRegistry meters) {
    var rows = new PostRows(cassandra);
    return new ViewConsumer(
            kafka,
            PostView.NAME,
            PostView.TOPICS,
            new PostView(new PostStateCodec(), rows::apply),
            progress,
            meters)
        .clearing(rows::clear)
        .publishing();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer accountView(
      KafkaSettings kafka, Cassandra cassandra, SharedProgress progress, MeterRegistry meters) {
    var accounts = new AccountRows(cassandra, FeedPages.ACCOUNT_TABLE);
    return new ViewConsumer(
            kafka,
            AccountViewWriter.NAME,
            AccountViewWriter.TOPICS,
            new AccountViewWriter(accounts, new PostCountRows(cassandra)),
            progress,
            meters)
        .publishing();
  }
}
