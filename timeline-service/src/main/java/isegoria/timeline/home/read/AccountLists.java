package isegoria.timeline.home.read;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lists of all accounts, in memory: 50 kB for an account that has as many members as it may.
 */
public final class AccountLists implements FeedLists {

  private final Map<Long, List<FeedList>> byAccount = new ConcurrentHashMap<>();

  /** All lists of an account; none is left where there are none. */
  public void set(long accountId, List<FeedList> lists) {
    if (lists.isEmpty()) {
      byAccount.remove(accountId);
    } else {
      byAccount.put(accountId, List.copyOf(lists));
    }
  }

  @Override
  public List<FeedList> of(long accountId) {
    return byAccount.getOrDefault(accountId, List.of());
  }
}
