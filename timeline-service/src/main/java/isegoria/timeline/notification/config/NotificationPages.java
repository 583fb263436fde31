package isegoria.timeline.notification.config;

import isegoria.cassandra.Cassandra;
import isegoria.eventsourcing.apply.SharedView;
import isegoria.eventsourcing.ask.Commands;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.service.WriteAccess;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.memory.RelationGraph;
import isegoria.timeline.feed.memory.SanctionRestrictions;
import isegoria.timeline.feed.read.live.StreamEvents;
import isegoria.timeline.notification.cassandra.CassandraNotifications;
import isegoria.timeline.notification.cassandra.CassandraSettings;
import isegoria.timeline.notification.http.GetGroups;
import isegoria.timeline.notification.http.GetNotifications;
import isegoria.timeline.notification.http.GetRequests;
import isegoria.timeline.notification.http.InboxActions;
import isegoria.timeline.notification.http.Screens;
import isegoria.timeline.notification.kafka.MarkerTail;
import isegoria.timeline.notification.kafka.NotificationTail;
import isegoria.timeline.notification.kafka.NotificationView;
import isegoria.timeline.notification.memory.LiveNotifications;
import isegoria.timeline.notification.read.Notifications;
import isegoria.timeline.notification.read.ReadMarkers;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages of notifications are built from. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.SERVE)
class NotificationPages {

  @Bean
  Notifications notifications(Cassandra cassandra) {
    return new CassandraNotifications(cassandra);
  }

  /** The view may be applied by another process. */
  @Bean
  SharedView notificationProgress(KafkaSettings kafka, SharedProgress progress, Barrier barrier) {
    return new SharedView(kafka, NotificationView.NAME, NotificationView.TOPICS, progress)
        .registerAt(barrier);
  }

  @Bean
  ReadMarkers readMarkers() {
    return new ReadMarkers();
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail markerTail(KafkaSettings kafka, ReadMarkers markers, Barrier barrier) {
    return MarkerTail.of(kafka, markers, barrier);
  }

  @Bean
  InboxActions inboxActions(Commands commands, WriteAccess writeAccess) {
    return new InboxActions(commands, writeAccess);
  }

  @Bean
  Screens screens(
      RelationGraph graph, SanctionRestrictions sanctions, Cassandra cassandra, Clock clock) {
    return new Screens(graph, sanctions, new CassandraSettings(cassandra), clock);
  }

  @Bean
  GetRequests getRequests(Notifications notifications, Screens screens, Pages pages) {
    return new GetRequests(notifications, screens, pages);
  }

  @Bean
  GetNotifications getNotifications(
      Notifications notifications, ReadMarkers marker, Screens screens, Pages pages) {
    return new GetNotifications(notifications, marker, screens, pages);
  }

  @Bean
  GetGroups getGroups(
      Notifications notifications, ReadMarkers marker, Screens screens, Pages pages) {
    return new GetGroups(notifications, marker, screens, pages);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  LiveNotifications liveNotifications(
      StreamEvents streams, Barrier barrier, GetNotifications notifications, Clock clock) {
    return new LiveNotifications(
        streams, barrier, NotificationView.NAME, notifications::toStream, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Tail notificationTail(KafkaSettings kafka, LiveNotifications live) {
    return NotificationTail.of(kafka, live);
  }
}
