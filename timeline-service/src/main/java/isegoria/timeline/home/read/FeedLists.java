package isegoria.timeline.home.read;

import java.util.List;

/** The lists of readers, as they are now. */
@FunctionalInterface
public interface FeedLists {

  /** Those of an account; none where it made none. */
  List<FeedList> of(long accountId);
}
