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
import isegoria.timeline.home.read.HomeCandidates;
import isegoria.timeline.home.read.HomeSkeleton;
import isegoria.timeline.home.read.ReaderSignals;
import java.util.List;
import java.util.OptionalLong;

/** One page of an account's home feed. */
public final class GetHome {

  private final Readers readers;
  private final Restrictions restrictions;
  private final HomeCandidates.Sources sources;
  private final ReaderSignals signals;
  private final Pages pages;
  private final PageTimers times;

  public GetHome(
      Readers readers,
      Restrictions restrictions,
      HomeCandidates.Sources sources,
      ReaderSignals signals,
      Pages pages,
      PageTimers times) {
    this.readers = readers;
    this.restrictions = restrictions;
    this.sources = sources;
    this.signals = signals;
    this.pages = pages;
    this.times = times;
  }

  Pages.Found page(long accountId, Page page) {
    signals.hasRead(accountId);
    Reader reader = readers.reader(accountId);
    var candidates = HomeCandidates.of(reader, restrictions, sources);
    Pages.Found found = pages.read(step -> cut(candidates, step), page, reader, (_, _) -> true);
    times.scanned(candidates.scanned());
    return found;
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
