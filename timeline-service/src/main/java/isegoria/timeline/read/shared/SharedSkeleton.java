package isegoria.timeline.read.shared;

import isegoria.api.paging.Page;
import isegoria.timeline.read.feed.FeedSlice;
import isegoria.timeline.read.feed.Skeleton;
import isegoria.timeline.read.feed.Slot;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Pages of one shared feed, or of several read as one. */
public record SharedSkeleton(SharedFeeds feeds, List<SharedFeed> of) implements Skeleton {

  public SharedSkeleton {
    of = List.copyOf(of);
  }

  @Override
  public FeedSlice cut(Page page) {
    var ids = new TreeSet<Long>(Collections.reverseOrder());
    for (SharedFeed feed : of) {
      ids.addAll(
          page.fromOldest()
              ? feeds.newer(feed, page.newerThan(), page.limit())
              : feeds.older(feed, page.olderThan(), page.limit()));
    }
    return FeedSlice.of(
        page.of(List.copyOf(ids), Long::longValue).stream().map(Slot::ofPost).toList());
  }
}
