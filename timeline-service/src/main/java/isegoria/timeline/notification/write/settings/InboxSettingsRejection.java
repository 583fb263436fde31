package isegoria.timeline.notification.write.settings;

import isegoria.eventsourcing.StoredName;

/** Why settings of notifications stay as they are. */
public sealed interface InboxSettingsRejection {

  /** The account accepts as many senders by name as it may. */
  @StoredName("TooManyAccepted")
  record TooManyAccepted(int max) implements InboxSettingsRejection {}
}
