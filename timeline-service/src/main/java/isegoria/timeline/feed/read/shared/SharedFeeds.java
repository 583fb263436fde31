package isegoria.timeline.feed.read.shared;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;

/** Where shared feeds are kept: ids only, and some of posts that are gone. */
public interface SharedFeeds {

  /** A bounded look at a feed, which may leave off before the page is full. */
  PageOf<Long> page(SharedFeed feed, Page page);
}
