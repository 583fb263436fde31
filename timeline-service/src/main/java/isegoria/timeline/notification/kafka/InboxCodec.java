package isegoria.timeline.notification.kafka;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import isegoria.events.PostId;
import isegoria.events.timeline.NotificationAdded;
import isegoria.events.timeline.NotificationDismissed;
import isegoria.events.timeline.NotificationGroupDismissed;
import isegoria.events.timeline.NotificationWithdrawn;
import isegoria.events.timeline.NotificationsCleared;
import isegoria.events.timeline.NotificationsErased;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.timeline.decider.PrivateFacts;
import isegoria.timeline.notification.write.Activity;
import isegoria.timeline.notification.write.Inbox;
import isegoria.timeline.notification.write.InboxEvent;
import isegoria.timeline.notification.write.NotificationType;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What inboxes decide, to and from the contract: all of it is restricted. */
public final class InboxCodec implements Publisher<Inbox, InboxEvent> {

  private final PrivateFacts facts = new PrivateFacts();

  @Override
  public List<Publication> publish(Recorded<Inbox, InboxEvent> recorded) {
    String recipient = Partitioning.ownerOf(recorded.key());
    return facts.publish(recorded, event -> fact(recipient, event));
  }

  private static SpecificRecord fact(String recipient, InboxEvent event) {
    return switch (event) {
      case InboxEvent.NotificationAdded e -> {
        Activity of = e.activity();
        yield new NotificationAdded(
            recipient,
            Long.toString(e.id()),
            of.type().word(),
            of.from().toString(),
            text(of.post()),
            e.group(),
            e.number(),
            e.member());
      }
      case InboxEvent.NotificationWithdrawn(Activity of) ->
          new NotificationWithdrawn(
              recipient, of.type().word(), of.from().toString(), text(of.post()));
      case InboxEvent.NotificationDismissed e ->
          new NotificationDismissed(recipient, Long.toString(e.id()));
      case InboxEvent.NotificationGroupDismissed e ->
          new NotificationGroupDismissed(recipient, e.group(), Long.toString(e.upTo()));
      case InboxEvent.NotificationsCleared e ->
          new NotificationsCleared(recipient, Long.toString(e.upTo()));
      case InboxEvent.NotificationsErased _ -> new NotificationsErased(recipient);
    };
  }

  /** Null for a fact that is none of an inbox. */
  static @Nullable InboxEvent read(@Nullable SpecificRecord fact) {
    return switch (fact) {
      case NotificationAdded e ->
          new InboxEvent.NotificationAdded(
              Long.parseLong(e.getNotificationId()),
              activity(e.getNotificationType(), e.getSenderId(), e.getPostId()),
              e.getGroupKey(),
              e.getNumber(),
              e.getMember());
      case NotificationWithdrawn e ->
          new InboxEvent.NotificationWithdrawn(
              activity(e.getNotificationType(), e.getSenderId(), e.getPostId()));
      case NotificationDismissed e ->
          new InboxEvent.NotificationDismissed(Long.parseLong(e.getNotificationId()));
      case NotificationGroupDismissed e ->
          new InboxEvent.NotificationGroupDismissed(e.getGroupKey(), Long.parseLong(e.getUpToId()));
      case NotificationsCleared e ->
          new InboxEvent.NotificationsCleared(Long.parseLong(e.getUpToId()));
      case NotificationsErased _ -> new InboxEvent.NotificationsErased();
      case null, default -> null;
    };
  }

  private static Activity activity(String type, String sender, @Nullable String post) {
    return new Activity(
        NotificationType.valueOf(type.toUpperCase(Locale.ROOT)),
        AccountId.of(sender),
        post == null ? null : PostId.of(post));
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
