package isegoria.timeline.feed.read;

import java.util.Set;

/** Which posts are still there: a boost of a deleted post is not shown and not counted. */
public interface LivePosts {

  /** Those of the posts that are not deleted. */
  Set<Long> among(Set<Long> postIds);
}
