package isegoria.timeline.feed.read.live;

import isegoria.timeline.feed.read.FeedEntry;
import java.util.List;

/** The feeds of each account's own, asked the other way round: not for a page but for one entry. */
@FunctionalInterface
public interface OwnFeed {

  /** Whether a page of the account's home, read now, shows the entry at its place. */
  boolean shows(FeedEntry entry, long accountId);

  /** The lists that the account made. */
  default List<Long> lists(long accountId) {
    return List.of();
  }

  /** Whether a page of that list of the account shows the entry at its place. */
  default boolean listShows(FeedEntry entry, long accountId, long listId) {
    return false;
  }
}
