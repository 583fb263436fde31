package isegoria.timeline.read.author;

import isegoria.api.paging.Page;
import isegoria.timeline.read.feed.EntryLog.Slice;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.Restrictions;
import isegoria.timeline.read.feed.Skeleton;
import isegoria.timeline.read.feed.Slot;
import isegoria.timeline.read.feed.VisibilityRules;
import java.util.ArrayList;
import java.util.List;

/**
 * One author's posts and boosts, as one reader may see them.
 *
 * @param choice what the reader asked to leave out
 */
public record AuthorFeed(
    AuthorLog log, long author, Reader reader, Restrictions restrictions, Choice choice)
    implements Skeleton {

  /** What to leave out of a profile. */
  public record Choice(boolean excludeReplies, boolean excludeBoosts, boolean onlyMedia) {}

  @Override
  public List<Slot> cut(Page page) {
    var found = new ArrayList<FeedEntry>(page.limit());
    long cursor = page.fromOldest() ? page.newerThan() : page.olderThan();
    boolean ended = page.limit() == 0;
    while (found.size() < page.limit() && !ended) {
      Slice slice =
          page.fromOldest()
              ? log.newerOf(author, cursor, page.limit())
              : log.olderOf(author, cursor, page.limit());
      for (FeedEntry entry : slice.entries()) {
        if (found.size() < page.limit() && page.isWithin(entry.id()) && isChosen(entry)) {
          found.add(entry);
        }
      }
      cursor = slice.reached();
      ended =
          slice.ended()
              || (page.fromOldest() ? cursor >= page.olderThan() : cursor <= page.newerThan());
    }
    List<FeedEntry> newestFirst = page.fromOldest() ? found.reversed() : found;
    return newestFirst.stream().map(Slot::of).toList();
  }

  private boolean isChosen(FeedEntry entry) {
    return VisibilityRules.maySee(entry, reader)
        && !restrictions.forbids(entry)
        && !(choice.excludeReplies() && entry.isReplyToOther())
        && !(choice.excludeBoosts() && entry.isBoost())
        && !(choice.onlyMedia() && !entry.hasMedia());
  }
}
