package isegoria.timeline.notification.read;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.timeline.notification.write.Activity;
import isegoria.timeline.notification.write.NotificationType;

/**
 * One notification.
 *
 * @param post {@link #NO_POST} where it is about the recipient alone
 */
public record NotificationRow(
    long id, NotificationType type, long sender, long post, String group) {

  public static final long NO_POST = 0;

  /** What it tells of. */
  public Activity activity() {
    return new Activity(type, new AccountId(sender), post == NO_POST ? null : new PostId(post));
  }
}
