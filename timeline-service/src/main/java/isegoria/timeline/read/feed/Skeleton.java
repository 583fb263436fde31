package isegoria.timeline.read.feed;

import isegoria.api.paging.Page;
import java.util.List;

/** First step of a page: which places it has, before anything is loaded. */
@FunctionalInterface
public interface Skeleton {

  /**
   * At most {@code page.limit()} places, newest first; fewer only where the feed ends in that
   * direction, or what a page may look at.
   */
  List<Slot> cut(Page page);
}
