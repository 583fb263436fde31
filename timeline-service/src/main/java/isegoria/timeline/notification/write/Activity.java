package isegoria.timeline.notification.write;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import org.jspecify.annotations.Nullable;

/**
 * What another account did: at most one notification of a recipient tells of it.
 *
 * @param post null for what is about the recipient alone
 */
public record Activity(NotificationType type, AccountId from, @Nullable PostId post) {

  /** Its name among the activities that one account is notified of. */
  public String name() {
    return subject() + "-by-" + from;
  }

  /** What its group is about: the type, and the post if any. */
  public String subject() {
    return post == null ? type.word() : type.word() + "-" + post;
  }
}
