package isegoria.post.read.visibility;

import isegoria.events.AccountId;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.relationship.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may see a post. One function, applied whenever a post is read: a block hides
 * yesterday's posts too.
 */
public final class Sight {

  private Sight() {}

  /**
   * Answers for one viewer and one post.
   *
   * @param viewer null for strangers
   * @param standing the viewer's to the author
   * @param hidden whether a sanction hides it
   */
  public static boolean allows(
      PostRow post, @Nullable AccountId viewer, Standing standing, boolean hidden) {
    if (viewer != null && post.isBy(viewer)) {
      return true;
    }
    if (hidden || standing.isBlocked()) {
      return false;
    }
    return switch (post.visibility()) {
      case PUBLIC, UNLISTED -> true;
      case PRIVATE -> viewer != null && (standing.follows() || post.mentions(viewer));
      case DIRECT -> viewer != null && post.mentions(viewer);
    };
  }
}
