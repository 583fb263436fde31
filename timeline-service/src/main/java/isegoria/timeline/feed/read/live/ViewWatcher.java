package isegoria.timeline.feed.read.live;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.post.PostRow;
import isegoria.timeline.feed.read.relation.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Hears of what this instance's memory has taken, after it has. It is called on the threads of
 * tails, so it neither blocks nor throws. What was read before an instance had caught up is not
 * told.
 */
public interface ViewWatcher {

  /** Watches nothing. */
  ViewWatcher NONE = new ViewWatcher() {};

  /** The recent log has an entry. */
  default void appeared(FeedEntry entry) {}

  /**
   * The recent log has an entry no longer.
   *
   * @param was the entry, null where it was not in the log
   */
  default void removed(long id, @Nullable FeedEntry was) {}

  /** The copy of a post is there, or is different; the tables hold it too. */
  default void stands(PostRow post) {}

  /**
   * The copy of a post or boost is gone.
   *
   * @param was the post, null where no copy of it was at hand
   * @param isOpen whether anybody could see it
   */
  default void gone(long id, long actorId, @Nullable PostRow was, boolean isOpen) {}

  /** Two accounts stand to each other in this way now. */
  default void related(Relation relation) {}
}
