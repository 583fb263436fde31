package isegoria.timeline.notification.http;

import isegoria.api.entity.Account;
import isegoria.api.entity.GroupedNotifications;
import isegoria.api.entity.NotificationGroup;
import isegoria.api.entity.PartialAccount;
import isegoria.api.entity.Status;
import isegoria.timeline.feed.read.Buckets;
import isegoria.timeline.notification.write.NotificationType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group as a recipient sees it.
 *
 * @param newest the newest member that is shown
 * @param place by which pages lead on: the newest member, shown or not
 * @param sample of the senders, newest first
 */
record ShownGroup(
    String key,
    NotificationType type,
    long newest,
    long place,
    long count,
    List<Account> sample,
    @Nullable Status post) {

  private NotificationGroup entity() {
    return new NotificationGroup(
        key,
        count,
        type.word(),
        newest,
        Long.toString(place),
        Long.toString(place),
        Buckets.timeOf(newest),
        sample.stream().map(Account::id).toList(),
        post == null ? null : post.id());
  }

  /**
   * A page of them.
   *
   * @param partly whether only the first of each group is wanted whole
   */
  static GroupedNotifications page(List<ShownGroup> groups, boolean partly) {
    Map<String, Account> whole = new LinkedHashMap<>();
    Map<String, PartialAccount> partial = new LinkedHashMap<>();
    Map<String, Status> posts = new LinkedHashMap<>();
    for (ShownGroup group : groups) {
      Status post = group.post();
      if (post != null) {
        posts.put(post.id(), post);
      }
      Account first = group.sample().getFirst();
      whole.put(first.id(), first);
      for (Account account : group.sample()) {
        if (partly) {
          partial.put(account.id(), PartialAccount.of(account));
        } else {
          whole.put(account.id(), account);
        }
      }
    }
    whole.keySet().forEach(partial::remove);
    return new GroupedNotifications(
        List.copyOf(whole.values()),
        partly ? List.copyOf(partial.values()) : null,
        List.copyOf(posts.values()),
        groups.stream().map(ShownGroup::entity).toList());
  }
}
