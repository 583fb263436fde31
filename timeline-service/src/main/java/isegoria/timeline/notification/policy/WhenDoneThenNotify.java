package isegoria.timeline.notification.policy;

import isegoria.events.AccountId;
import isegoria.timeline.notification.policy.Deed.Addressed;
import isegoria.timeline.notification.policy.Deed.Begun;
import isegoria.timeline.notification.policy.Deed.LetIn;
import isegoria.timeline.notification.policy.Deed.PostGone;
import isegoria.timeline.notification.policy.Deed.Undone;
import isegoria.timeline.notification.write.Activity;
import isegoria.timeline.notification.write.InboxCommand.Add;
import isegoria.timeline.notification.write.InboxCommand.Withdraw;
import isegoria.timeline.notification.write.NotificationType;
import java.util.List;
import java.util.Set;

/**
 * Whenever an account does something that concerns another, the other is notified; whenever it is
 * undone, the notification is withdrawn. What an account does to its own concerns no other.
 */
public final class WhenDoneThenNotify {

  private WhenDoneThenNotify() {}

  /**
   * What to tell to whom.
   *
   * @param toldBefore those whom the same post named before
   */
  public static List<Notice> of(Deed deed, Set<AccountId> toldBefore) {
    return switch (deed) {
      case Begun to when to.concerned().equals(to.activity().from()) -> List.of();
      case Begun to -> List.of(new Notice(to.concerned(), new Add(to.activity(), to.at())));

      case Undone to when to.concerned().equals(to.activity().from()) -> List.of();
      case Undone to -> List.of(new Notice(to.concerned(), new Withdraw(to.activity())));

      // The question becomes what it asked for.
      case LetIn to ->
          List.of(
              new Notice(
                  to.asked(),
                  new Withdraw(new Activity(NotificationType.FOLLOW_REQUEST, to.asker(), null))),
              new Notice(
                  to.asked(),
                  new Add(new Activity(NotificationType.FOLLOW, to.asker(), null), to.at())));

      case Addressed to ->
          to.mentioned().stream()
              .distinct()
              .filter(named -> !named.equals(to.author()) && !toldBefore.contains(named))
              .map(named ->
                  new Notice(
                      named,
                      new Add(
                          new Activity(NotificationType.MENTION, to.author(), to.post()), to.at())))
              .toList();

      // Its notifications show it no more: a page is made of posts that are there.
      case PostGone _ -> List.of();
    };
  }
}
