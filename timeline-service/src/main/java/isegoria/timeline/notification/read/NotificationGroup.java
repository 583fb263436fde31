package isegoria.timeline.notification.read;

import isegoria.timeline.notification.write.NotificationType;

/**
 * A group as it was written.
 *
 * @param newest the id of its newest member
 * @param members how many joined it, also those that left
 * @param dismissed members up to this id are not shown
 */
public record NotificationGroup(
    String key, NotificationType type, long post, long newest, long members, long dismissed) {

  /** The same, where its recipient has cleared all up to an id. */
  public NotificationGroup clearedUpTo(long id) {
    return id <= dismissed ? this : new NotificationGroup(key, type, post, newest, members, id);
  }

  /** Whether a member is left that the recipient did not dismiss. */
  public boolean isLeft() {
    return newest > dismissed;
  }
}
