package isegoria.timeline.notification.write;

import isegoria.eventsourcing.StoredName;

/** What became of an account's notifications. */
public sealed interface InboxEvent {

  /**
   * One more.
   *
   * @param group the key of its group, or one of its own
   * @param number how many there were before it
   * @param member its place in its group, from 1
   */
  @StoredName("NotificationAdded")
  record NotificationAdded(long id, Activity activity, String group, long number, long member)
      implements InboxEvent {}

  /** What it told of is undone; there may have been none. */
  @StoredName("NotificationWithdrawn")
  record NotificationWithdrawn(Activity activity) implements InboxEvent {}

  @StoredName("NotificationDismissed")
  record NotificationDismissed(long id) implements InboxEvent {}

  /** Members after {@code upTo} are shown again. */
  @StoredName("NotificationGroupDismissed")
  record NotificationGroupDismissed(String group, long upTo) implements InboxEvent {}

  @StoredName("NotificationsCleared")
  record NotificationsCleared(long upTo) implements InboxEvent {}

  @StoredName("NotificationsErased")
  record NotificationsErased() implements InboxEvent {}
}
