package isegoria.timeline.notification.config;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.cassandra.Cassandra;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.timeline.decider.Decided;
import isegoria.timeline.notification.cassandra.CassandraSettings;
import isegoria.timeline.notification.cassandra.NotificationRows;
import isegoria.timeline.notification.kafka.InboxAggregate;
import isegoria.timeline.notification.kafka.NotificationView;
import isegoria.timeline.notification.kafka.NotifyTopology;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes commands of events, decides them, and writes the tables. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.MATERIALIZE)
class NotificationViews {

  @Bean
  Decided decidedInbox() {
    return new Decided(InboxAggregate.INBOX);
  }

  @Bean
  Decided decidedInboxSettings() {
    return new Decided(InboxAggregate.SETTINGS);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  FoldApp notifyStreams(KafkaSettings kafka) {
    return NotifyTopology.app(kafka, InboxAggregate.INBOX);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  ViewConsumer notificationView(
      KafkaSettings kafka, Cassandra cassandra, SharedProgress progress, MeterRegistry meters) {
    return new ViewConsumer(
            kafka,
            NotificationView.NAME,
            NotificationView.TOPICS,
            new NotificationView(new NotificationRows(cassandra), new CassandraSettings(cassandra)),
            progress,
            meters)
        .publishing();
  }
}
