package isegoria.timeline.feed.read.shared;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.timeline.feed.read.FeedSlice;
import isegoria.timeline.feed.read.Skeleton;
import isegoria.timeline.feed.read.Slot;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Pages of one shared feed, or of several read as one. */
public record SharedSkeleton(SharedFeeds feeds, List<SharedFeed> of) implements Skeleton {

  public SharedSkeleton {
    of = List.copyOf(of);
  }

  /** Where a look at one of the feeds left off, the others' entries beyond it are not next yet. */
  @Override
  public FeedSlice cut(Page page) {
    List<PageOf<Long>> looks = of.stream().map(feed -> feeds.page(feed, page)).toList();
    LongStream leftOff = looks.stream().map(PageOf::leftOff).flatMapToLong(OptionalLong::stream);
    OptionalLong reached = page.fromOldest() ? leftOff.min() : leftOff.max();
    var ids = new TreeSet<Long>(Collections.reverseOrder());
    for (PageOf<Long> look : looks) {
      look.entries().stream().filter(id -> isSeen(id, reached, page)).forEach(ids::add);
    }
    List<Long> found = page.of(List.copyOf(ids), Long::longValue);
    return new FeedSlice(
        found.stream().map(Slot::ofPost).toList(),
        found.size() < page.limit() ? reached : OptionalLong.empty());
  }

  private static boolean isSeen(long id, OptionalLong reached, Page page) {
    return reached.isEmpty()
        || (page.fromOldest() ? id <= reached.getAsLong() : id >= reached.getAsLong());
  }
}
