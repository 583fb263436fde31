package isegoria.timeline.http;

import isegoria.api.entity.Status;
import isegoria.api.paging.Page;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.Readers;
import isegoria.timeline.read.feed.Restrictions;
import isegoria.timeline.read.feed.Slot;
import isegoria.timeline.read.home.HomeCandidates;
import isegoria.timeline.read.home.HomeSkeleton;
import isegoria.timeline.read.home.ReaderSignals;
import java.util.List;

/** One page of somebody's home feed. */
public final class GetHome {

  private final Readers readers;
  private final Restrictions restrictions;
  private final HomeCandidates.Sources sources;
  private final ReaderSignals signals;
  private final Pages pages;
  private final PageTimes times;

  public GetHome(
      Readers readers,
      Restrictions restrictions,
      HomeCandidates.Sources sources,
      ReaderSignals signals,
      Pages pages,
      PageTimes times) {
    this.readers = readers;
    this.restrictions = restrictions;
    this.sources = sources;
    this.signals = signals;
    this.pages = pages;
    this.times = times;
  }

  List<Status> page(long accountId, Page page) {
    signals.hasRead(accountId);
    Reader reader = readers.reader(accountId);
    return pages.read(cut -> skeleton(reader, cut), page, reader, (_, _) -> true);
  }

  private List<Slot> skeleton(Reader reader, Page page) {
    var candidates = HomeCandidates.of(reader, restrictions, sources);
    List<FeedEntry> entries =
        page.fromOldest()
            ? HomeSkeleton.oldest(candidates, page.olderThan(), page.newerThan(), page.limit())
            : HomeSkeleton.newest(candidates, page.olderThan(), page.newerThan(), page.limit());
    times.scanned(candidates.scanned());
    return entries.stream().map(Slot::of).toList();
  }
}
