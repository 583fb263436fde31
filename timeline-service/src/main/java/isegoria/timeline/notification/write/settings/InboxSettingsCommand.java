package isegoria.timeline.notification.write.settings;

import isegoria.events.AccountId;
import isegoria.eventsourcing.StoredName;

/** What may be asked of an account's settings of notifications. */
public sealed interface InboxSettingsCommand {

  @StoredName("SetNotificationPolicy")
  record SetPolicy(NotificationPolicy policy) implements InboxSettingsCommand {}

  /** The policy applies to this sender no more. */
  @StoredName("AcceptSender")
  record Accept(AccountId sender) implements InboxSettingsCommand {}

  /** What this sender caused so far is not shown; {@code upTo}: the newest of it. */
  @StoredName("DismissSender")
  record Dismiss(AccountId sender, long upTo) implements InboxSettingsCommand {}

  /** The account is erased. */
  @StoredName("EraseInboxSettings")
  record Erase() implements InboxSettingsCommand {}
}
