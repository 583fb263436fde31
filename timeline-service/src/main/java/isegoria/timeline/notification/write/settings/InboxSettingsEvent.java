package isegoria.timeline.notification.write.settings;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** What an account said of the notifications that it wants. */
public sealed interface InboxSettingsEvent {

  @StoredName("NotificationPolicySet")
  record NotificationPolicySet(NotificationPolicy policy) implements InboxSettingsEvent {}

  @StoredName("NotificationSenderAccepted")
  record NotificationSenderAccepted(AccountId sender) implements InboxSettingsEvent {}

  @StoredName("NotificationSenderDismissed")
  record NotificationSenderDismissed(AccountId sender, long upTo) implements InboxSettingsEvent {}

  @StoredName("InboxSettingsErased")
  record InboxSettingsErased() implements InboxSettingsEvent {}
}
