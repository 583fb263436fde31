package isegoria.timeline.feed.read.post;

import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.feed.read.Slot;
import isegoria.timeline.feed.read.VisibilityRules;

/**
 * Third step of a page: what may be shown once everything is loaded. These run on every read,
 * whatever was left out before: a block must hide yesterday's posts too.
 */
public final class PostRules {

  private PostRules() {}

  /** For every feed: the reader may see the post, and no sanction hides it or who boosts it. */
  public static boolean isShown(Slot slot, PostRow post, Reader reader, Restrictions in) {
    return VisibilityRules.maySee(post.entry(), reader)
        && !in.forbids(post.entry())
        && (!slot.isBoost()
            || (!in.isSuspended(slot.boosterId()) && !reader.isBlockedFrom(slot.boosterId())));
  }
}
