package isegoria.timeline.feed.read.post;

import isegoria.timeline.feed.read.FeedEntry;
import java.util.List;

/** What one record of the states of posts changes in this service's copies. */
public sealed interface PostChange {

  /** A post is there, or is different. */
  record PostStands(PostRow post) implements PostChange {}

  /** A post is gone, and so are its words. */
  record PostGone(long authorId, long postId) implements PostChange {}

  /** A boost is there. */
  record BoostStands(FeedEntry boost) implements PostChange {}

  /** A boost was taken back. */
  record BoostGone(long actorId, long boostId) implements PostChange {}

  /** The posts an author keeps on top, newest pin first; none when the list is empty. */
  record PinsStand(long authorId, List<Long> postIds) implements PostChange {
    public PinsStand {
      postIds = List.copyOf(postIds);
    }
  }

  /** What one account did with one post; nothing when no mark is set. */
  record EngagementStands(long actorId, long postId, Engagement engagement) implements PostChange {}
}
