package isegoria.timeline.notification.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.events.timeline.NotificationAdded;
import isegoria.events.timeline.TimelinePrivateEvent;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Tail;
import isegoria.timeline.notification.memory.LiveNotifications;
import isegoria.timeline.notification.memory.NewNotification;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells the streams of this instance of notifications that inboxes add from its start on. */
public final class NotificationTail {

  private final AvroCodec<TimelinePrivateEvent> codec =
      AvroCodec.of(Topics.TIMELINE_PRIVATE_EVENTS, TimelinePrivateEvent.class);
  private final LiveNotifications live;

  private NotificationTail(LiveNotifications live) {
    this.live = live;
  }

  public static Tail of(KafkaSettings kafka, LiveNotifications live) {
    return new Tail(
        kafka,
        "live-notifications",
        NotificationView.TOPICS,
        Duration.ZERO,
        OnUndecodable.SKIP,
        new NotificationTail(live)::changed);
  }

  private void changed(ConsumerRecord<String, byte[]> change) {
    if (EnvelopeCodec.content(codec.decode(change.value())) instanceof NotificationAdded added) {
      live.added(
          new NewNotification(
              Long.parseLong(Partitioning.ownerOf(change.key())),
              Long.parseLong(added.getNotificationId()),
              added.getGroupKey(),
              Position.of(change)));
    }
  }
}
