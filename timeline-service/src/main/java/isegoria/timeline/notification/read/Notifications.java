package isegoria.timeline.notification.read;

import isegoria.api.paging.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what accounts are notified of. Nothing here knows blocks, mutes or sanctions. */
public interface Notifications {

  /** Up to which id the account has cleared its notifications; 0: none. */
  long clearedUpTo(long owner);

  /**
   * A page of an account's notifications.
   *
   * @param grouped those of groups, or the others
   */
  List<NotificationRow> rows(long owner, boolean grouped, Page page);

  /** The notification, dismissed or not; null where there is none. */
  @Nullable NotificationRow row(long owner, long id);

  /** The groups whose newest member is in a page; dismissed ones are not among them. */
  List<NotificationGroup> groups(long owner, Page page);

  /** The groups of these keys, by key. */
  Map<String, NotificationGroup> groups(long owner, Collection<String> keys);

  /** Of each group the newest members that are left, in the order of the groups. */
  List<List<Member>> members(long owner, List<NotificationGroup> groups, int limit);

  /** How many members left the group after that id. */
  long withdrawn(long owner, String key, long after);
}
