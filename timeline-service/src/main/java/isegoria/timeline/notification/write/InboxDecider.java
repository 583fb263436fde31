package isegoria.timeline.notification.write;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.timeline.notification.write.Inbox.OpenGroup;
import isegoria.timeline.notification.write.InboxCommand.Add;
import isegoria.timeline.notification.write.InboxCommand.Clear;
import isegoria.timeline.notification.write.InboxCommand.Dismiss;
import isegoria.timeline.notification.write.InboxCommand.DismissGroup;
import isegoria.timeline.notification.write.InboxCommand.Erase;
import isegoria.timeline.notification.write.InboxCommand.Withdraw;
import isegoria.timeline.notification.write.InboxEvent.NotificationAdded;
import isegoria.timeline.notification.write.InboxEvent.NotificationDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationGroupDismissed;
import isegoria.timeline.notification.write.InboxEvent.NotificationWithdrawn;
import isegoria.timeline.notification.write.InboxEvent.NotificationsCleared;
import isegoria.timeline.notification.write.InboxEvent.NotificationsErased;
import isegoria.timeline.notification.write.InboxRejection.NoSuchNotification;
import java.util.Optional;

/** The rules of inboxes: ids rise, and what is alike within hours shares a group. */
public final class InboxDecider {

  public static final Decider<InboxCommand, Inbox, InboxEvent, InboxRejection> INBOX =
      new Decider<>(Inbox.EMPTY, InboxDecider::decide, InboxDecider::evolve);

  private InboxDecider() {}

  static Decision<InboxEvent, InboxRejection> decide(Inbox inbox, InboxCommand command) {
    return switch (command) {
      case Add to -> accept(added(inbox, to));

      case Withdraw _ when inbox.added() == 0 -> accept();
      case Withdraw to -> accept(new NotificationWithdrawn(to.activity()));

      case Dismiss to when to.id() > inbox.lastId() -> reject(new NoSuchNotification());
      case Dismiss to when to.id() <= inbox.clearedUpTo() -> accept();
      case Dismiss to -> accept(new NotificationDismissed(to.id()));

      case DismissGroup _ when inbox.lastId() == inbox.clearedUpTo() -> accept();
      case DismissGroup to -> accept(new NotificationGroupDismissed(to.group(), inbox.lastId()));

      case Clear _ when inbox.lastId() == inbox.clearedUpTo() -> accept();
      case Clear _ -> accept(new NotificationsCleared(inbox.lastId()));

      case Erase _ when inbox.equals(Inbox.EMPTY) -> accept();
      case Erase _ -> accept(new NotificationsErased());
    };
  }

  private static NotificationAdded added(Inbox inbox, Add to) {
    Activity activity = to.activity();
    long id = inbox.nextId(to.at().toEpochMilli());
    long hour = Inbox.hourOf(id);
    if (activity.type().isGrouped()) {
      Optional<OpenGroup> group = inbox.groupOf(activity.subject(), hour);
      if (group.isPresent()) {
        return new NotificationAdded(
            id, activity, group.get().key(), inbox.added(), group.get().members() + 1);
      }
      if (inbox.mayOpenAnother(hour)) {
        var first = new OpenGroup(activity.subject(), hour, 1);
        return new NotificationAdded(id, activity, first.key(), inbox.added(), 1);
      }
    }
    return new NotificationAdded(id, activity, GroupKey.ofOne(id), inbox.added(), 1);
  }

  static Inbox evolve(Inbox inbox, InboxEvent event) {
    return switch (event) {
      case NotificationAdded e -> inbox.with(e.id(), e.group(), e.activity().subject());
      case NotificationWithdrawn _, NotificationDismissed _ -> inbox;
      case NotificationGroupDismissed e -> inbox.withoutGroup(e.group());
      case NotificationsCleared e -> inbox.cleared(e.upTo());
      case NotificationsErased _ -> Inbox.EMPTY;
    };
  }
}
