package isegoria.timeline.feed.read;

import isegoria.api.paging.Page;

/** First step of a page: which places it has, before anything is loaded. */
@FunctionalInterface
public interface Skeleton {

  /**
   * At most {@code page.limit()} places; fewer only where the feed ends in that direction, or the
   * slice says where it ends.
   */
  FeedSlice cut(Page page);
}
