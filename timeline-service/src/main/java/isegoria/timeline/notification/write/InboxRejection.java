package isegoria.timeline.notification.write;

import isegoria.eventsourcing.StoredName;

/** Why an inbox does not do as asked. */
public sealed interface InboxRejection {

  /** There has never been a notification of that id. */
  @StoredName("NoSuchNotification")
  record NoSuchNotification() implements InboxRejection {}
}
