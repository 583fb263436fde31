package isegoria.timeline.feed.read.post;

import isegoria.api.view.PostCounts;
import isegoria.timeline.feed.read.LivePosts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads posts for pages. Unknown ids are left out. */
public interface PostTables extends LivePosts {

  Map<Long, PostRow> posts(Collection<Long> postIds);

  @Override
  default Set<Long> among(Set<Long> postIds) {
    return postIds.isEmpty() ? Set.of() : posts(postIds).keySet();
  }

  Map<Long, PostCounts> counts(Collection<Long> postIds);

  /** What an account did with the posts of a month, counted as {@code Buckets} does; by post. */
  Map<Long, Engagement> engagements(long actorId, int month);

  /** The posts an author keeps on top, newest pin first. */
  List<Long> pins(long authorId);
}
