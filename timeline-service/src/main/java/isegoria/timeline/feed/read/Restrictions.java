package isegoria.timeline.feed.read;

/** The sanctions in force now, and nothing else. */
public interface Restrictions {

  /** Nothing of this account is shown to anybody. */
  boolean isSuspended(long accountId);

  /** This account is shown to those who follow it, and not in feeds that everybody shares. */
  boolean isLimited(long accountId);

  /**
   * This post of this author is hidden from all: a sanction takes down its subject's posts only.
   */
  boolean isRemoved(long postId, long authorId);

  /** Whether anything that this entry would show must not be shown. */
  default boolean forbids(FeedEntry entry) {
    return isRemoved(entry.shownId(), entry.shownAuthorId())
        || isSuspended(entry.actorId())
        || (entry.isBoost() && isSuspended(entry.originalAuthorId()));
  }
}
