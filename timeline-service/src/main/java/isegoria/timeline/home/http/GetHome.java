package isegoria.timeline.home.http;

import isegoria.api.paging.Page;
import isegoria.timeline.feed.http.PageTimers;
import isegoria.timeline.feed.http.Pages;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedSlice;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.live.OwnFeed;
import isegoria.timeline.home.read.FeedList;
import isegoria.timeline.home.read.FeedLists;
import isegoria.timeline.home.read.HomeCandidates;
import isegoria.timeline.home.read.HomeDefinition;
import isegoria.timeline.home.read.HomeSkeleton;
import isegoria.timeline.home.read.NarrowedReader;
import isegoria.timeline.home.read.ReaderSignals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Pages of an account's home and of its lists, and what they say of one entry. */
public final class GetHome implements OwnFeed {

  private final Readers readers;
  private final FeedLists lists;
  private final Restrictions restrictions;
  private final HomeCandidates.Sources sources;
  private final ReaderSignals signals;
  private final Pages pages;
  private final PageTimers times;

  public GetHome(
      Readers readers,
      FeedLists lists,
      Restrictions restrictions,
      HomeCandidates.Sources sources,
      ReaderSignals signals,
      Pages pages,
      PageTimers times) {
    this.readers = readers;
    this.lists = lists;
    this.restrictions = restrictions;
    this.sources = sources;
    this.signals = signals;
    this.pages = pages;
    this.times = times;
  }

  Pages.Found page(long accountId, Page page) {
    signals.hasRead(accountId);
    Reader reader = readers.reader(accountId);
    return page(NarrowedReader.home(reader, lists.of(accountId)), reader, page);
  }

  /** Empty where the account has no such list. */
  Optional<Pages.Found> list(long accountId, long listId, Page page) {
    return lists.of(accountId).stream()
        .filter(list -> list.id() == listId)
        .findAny()
        .map(list -> {
          Reader reader = readers.reader(accountId);
          return page(NarrowedReader.list(reader, list), reader, page);
        });
  }

  /** Whose posts stand in the feed is a matter of the feed, what may be seen one of the reader. */
  private Pages.Found page(Reader ofFeed, Reader reader, Page page) {
    var candidates = HomeCandidates.of(ofFeed, restrictions, sources);
    Pages.Found found = pages.read(step -> cut(candidates, step), page, reader, (_, _) -> true);
    times.scanned(candidates.scanned());
    return found;
  }

  @Override
  public boolean shows(FeedEntry entry, long accountId) {
    List<FeedList> ofAccount = lists.of(accountId);
    return shows(entry, accountId, reader -> NarrowedReader.home(reader, ofAccount));
  }

  @Override
  public List<Long> lists(long accountId) {
    return lists.of(accountId).stream().map(FeedList::id).toList();
  }

  @Override
  public boolean listShows(FeedEntry entry, long accountId, long listId) {
    return lists.of(accountId).stream()
        .filter(list -> list.id() == listId)
        .anyMatch(list -> shows(entry, accountId, reader -> NarrowedReader.list(reader, list)));
  }

  /** What a page would say of it: a boost needs its neighbours for that. */
  private boolean shows(FeedEntry entry, long accountId, UnaryOperator<Reader> ofFeed) {
    Reader glance = ofFeed.apply(readers.glance(accountId));
    if (!HomeDefinition.isCandidate(entry, glance, restrictions)) {
      return false;
    }
    if (!entry.isBoost()) {
      return true;
    }
    Reader reader = ofFeed.apply(readers.reader(accountId));
    var candidates = HomeCandidates.of(reader, restrictions, sources);
    return !HomeSkeleton.newest(candidates, entry.id() + 1, entry.id() - 1, 1).isEmpty();
  }

  private static FeedSlice cut(HomeCandidates candidates, Page page) {
    List<FeedEntry> entries =
        page.fromOldest()
            ? HomeSkeleton.oldest(candidates, page.olderThan(), page.newerThan(), page.limit())
            : HomeSkeleton.newest(candidates, page.olderThan(), page.newerThan(), page.limit());
    OptionalLong leftOff = page.fromOldest() ? candidates.leftOffUp() : candidates.leftOffDown();
    return new FeedSlice(
        entries.stream().map(Slot::of).toList(),
        entries.size() < page.limit() ? leftOff : OptionalLong.empty());
  }
}
