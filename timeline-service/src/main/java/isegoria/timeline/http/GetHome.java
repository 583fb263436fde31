package isegoria.timeline.http;

import isegoria.api.entity.Status;
import isegoria.api.paging.Page;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.Readers;
import isegoria.timeline.read.feed.Restrictions;
import isegoria.timeline.read.feed.Skeleton;
import isegoria.timeline.read.feed.Slot;
import isegoria.timeline.read.home.HomeCandidates;
import isegoria.timeline.read.home.HomeSkeleton;
import isegoria.timeline.read.home.ReaderSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

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

  /**
   * What is shown, and the ids that lead to the pages around it: where it was not full though the
   * feed goes on, the next one begins where this one left off.
   */
  record Found(List<Status> statuses, List<String> cursors) {}

  Found page(long accountId, Page page) {
    signals.hasRead(accountId);
    Reader reader = readers.reader(accountId);
    var home = new Home(HomeCandidates.of(reader, restrictions, sources));
    List<Status> statuses = pages.read(home, page, reader, (_, _) -> true);
    times.scanned(home.candidates.scanned());
    return new Found(statuses, cursors(statuses, home.leftOff, page));
  }

  private static List<String> cursors(List<Status> statuses, OptionalLong leftOff, Page page) {
    var ids = new ArrayList<>(statuses.stream().map(Status::id).toList());
    if (statuses.size() < page.limit()
        && leftOff.isPresent()
        && page.isWithin(leftOff.getAsLong())) {
      ids.add(page.fromOldest() ? 0 : ids.size(), Long.toString(leftOff.getAsLong()));
    }
    return List.copyOf(ids);
  }

  /** One reader's home, for all looks of one page. */
  private static final class Home implements Skeleton {
    private final HomeCandidates candidates;

    /** Where the last look ended that found too little though the feed goes on. */
    private OptionalLong leftOff = OptionalLong.empty();

    Home(HomeCandidates candidates) {
      this.candidates = candidates;
    }

    @Override
    public List<Slot> cut(Page page) {
      List<FeedEntry> entries =
          page.fromOldest()
              ? HomeSkeleton.oldest(candidates, page.olderThan(), page.newerThan(), page.limit())
              : HomeSkeleton.newest(candidates, page.olderThan(), page.newerThan(), page.limit());
      if (entries.size() < page.limit()) {
        leftOff = page.fromOldest() ? candidates.leftOffUp() : candidates.leftOffDown();
      }
      return entries.stream().map(Slot::of).toList();
    }
  }
}
