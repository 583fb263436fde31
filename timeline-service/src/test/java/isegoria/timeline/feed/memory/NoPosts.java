package isegoria.timeline.feed.memory;

import isegoria.api.view.PostCounts;
import isegoria.timeline.feed.read.post.Engagement;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.post.PostTables;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tables of posts with nothing in them: a test says what it needs to be there. */
public class NoPosts implements PostTables {
  @Override
  public Map<Long, PostRow> posts(Collection<Long> postIds) {
    return Map.of();
  }

  @Override
  public Map<Long, PostCounts> counts(Collection<Long> postIds) {
    return Map.of();
  }

  @Override
  public Map<Long, Engagement> engagements(long actorId, int month) {
    return Map.of();
  }

  @Override
  public List<Long> pins(long authorId) {
    return List.of();
  }
}
