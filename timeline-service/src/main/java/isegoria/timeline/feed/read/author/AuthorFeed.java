package isegoria.timeline.feed.read.author;

import isegoria.api.paging.Page;
import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedSlice;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Skeleton;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.VisibilityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * One author's posts and boosts, as one reader may see them.
 *
 * @param choice what the reader asked to leave out
 */
public record AuthorFeed(
    AuthorLog log, long author, Reader reader, Restrictions restrictions, Choice choice)
    implements Skeleton {

  /** Entries looked at for one page: beyond it the next page goes on. */
  static final int LOOKED_AT_MAX = 2_000;

  /** Entries of one question: when most are left out, one by one would be many questions. */
  private static final int SLICE_MIN = 40;

  /** What to leave out of a profile. */
  public record Choice(boolean excludeReplies, boolean excludeBoosts, boolean onlyMedia) {}

  @Override
  public FeedSlice cut(Page page) {
    var found = new ArrayList<FeedEntry>(page.limit());
    long cursor = page.fromOldest() ? page.newerThan() : page.olderThan();
    boolean ended = page.limit() == 0;
    int lookedAt = 0;
    while (found.size() < page.limit() && !ended && lookedAt < LOOKED_AT_MAX) {
      int width = lookedAt == 0 ? page.limit() : Math.max(page.limit(), SLICE_MIN);
      Slice slice =
          page.fromOldest()
              ? log.newerOf(author, cursor, width)
              : log.olderOf(author, cursor, width);
      lookedAt += width;
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
    return new FeedSlice(
        newestFirst.stream().map(Slot::of).toList(),
        found.size() < page.limit() && !ended ? OptionalLong.of(cursor) : OptionalLong.empty());
  }

  private boolean isChosen(FeedEntry entry) {
    return VisibilityRules.maySee(entry, reader)
        && !restrictions.forbids(entry)
        && !(choice.excludeReplies() && entry.isReplyToOther())
        && !(choice.excludeBoosts() && entry.isBoost())
        && !(choice.onlyMedia() && !entry.hasMedia());
  }
}
