package isegoria.timeline.notification.http;

import isegoria.api.entity.Account;
import isegoria.api.entity.Status;
import isegoria.api.entity.Visibility;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.notification.read.NotificationRow;
import isegoria.timeline.notification.read.Screen;
import isegoria.timeline.notification.write.NotificationType;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts and posts that notifications refer to, and with them what is shown to a recipient. */
record Hydrated(Screen screen, Map<Long, Account> accounts, Map<Long, Status> posts) {

  static Hydrated load(
      Pages pages, Screen screen, Collection<Long> accounts, Collection<Long> posts) {
    return new Hydrated(
        screen,
        pages.accounts(accounts),
        pages.posts(
            posts.stream().filter(id -> id != NotificationRow.NO_POST).toList(),
            screen.recipient()));
  }

  /** Whether both are at hand. */
  boolean has(long sender, long post) {
    return accounts.containsKey(sender)
        && (post == NotificationRow.NO_POST || posts.containsKey(post));
  }

  /** What becomes of a notification, which may be about a post. */
  Screen.Verdict verdict(NotificationType type, long post, long sender, long id) {
    return accounts.containsKey(sender) && isShown(type, post)
        ? screen.of(sender, id, type == NotificationType.MENTION && isPrivate(post))
        : Screen.Verdict.HIDDEN;
  }

  /** A direct post that answers its recipient was asked for. */
  private boolean isPrivate(long post) {
    Status status = posts.get(post);
    return status != null
        && status.visibility() == Visibility.DIRECT
        && !Long.toString(screen.recipient().id()).equals(status.inReplyToAccountId());
  }

  /** Whether something about that post is shown: one that is gone or hidden takes all with it. */
  boolean isShown(NotificationType type, long post) {
    if (post == NotificationRow.NO_POST) {
      return true;
    }
    Status status = posts.get(post);
    return status != null && (type != NotificationType.MENTION || !isQuiet(status));
  }

  /** A muted conversation, and one with an account from whom nothing is shown, says nothing. */
  private boolean isQuiet(Status status) {
    return Boolean.TRUE.equals(status.muted())
        || Stream.concat(
                status.mentions().stream().map(mention -> mention.id()),
                Stream.ofNullable(status.inReplyToAccountId()))
            .map(Long::valueOf)
            .anyMatch(id -> id != screen.recipient().id() && !screen.isShown(id));
  }

  Account account(long id) {
    return Objects.requireNonNull(accounts.get(id));
  }

  @Nullable Status post(long id) {
    return posts.get(id);
  }
}
