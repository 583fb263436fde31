package isegoria.timeline.notification.write;

import isegoria.eventsourcing.StoredName;
import java.time.Instant;

/** What may be asked of an account's inbox. */
public sealed interface InboxCommand {

  /** Another account did something; {@code at}: when. */
  @StoredName("AddNotification")
  record Add(Activity activity, Instant at) implements InboxCommand {}

  /** It is undone. */
  @StoredName("WithdrawNotification")
  record Withdraw(Activity activity) implements InboxCommand {}

  @StoredName("DismissNotification")
  record Dismiss(long id) implements InboxCommand {}

  @StoredName("DismissNotificationGroup")
  record DismissGroup(String group) implements InboxCommand {}

  @StoredName("ClearNotifications")
  record Clear() implements InboxCommand {}

  /** The account is erased. */
  @StoredName("EraseNotifications")
  record Erase() implements InboxCommand {}
}
