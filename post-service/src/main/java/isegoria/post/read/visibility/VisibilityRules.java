package isegoria.post.read.visibility;

import isegoria.events.AccountId;
import isegoria.post.read.post.PostRow;
import isegoria.post.read.relationship.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account may see a post. One function, applied whenever a post is read: a block hides
 * yesterday's posts too.
 */
public final class VisibilityRules {

  private VisibilityRules() {}

  /**
   * Answers for one viewer and one post.
   *
   * @param viewer null for strangers
   * @param relationship the viewer's to the author
   * @param hidden whether a sanction hides it
   */
  public static boolean allows(
      PostRow post, @Nullable AccountId viewer, Relationship relationship, boolean hidden) {
    if (viewer != null && post.isBy(viewer)) {
      return true;
    }
    if (hidden || relationship.isBlocked()) {
      return false;
    }
    return switch (post.visibility()) {
      case PUBLIC, UNLISTED -> true;
      case PRIVATE -> viewer != null && (relationship.follows() || post.mentions(viewer));
      case DIRECT -> viewer != null && post.mentions(viewer);
    };
  }
}
