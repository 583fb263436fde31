package isegoria.timeline.read.feed;

/** The sanctions in force now, and nothing else. */
public interface Restrictions {

  /** Nothing of this account is shown to anybody. */
  boolean isSuspended(long accountId);

  /** This account is shown to those who follow it, and not in feeds that everybody shares. */
  boolean isLimited(long accountId);

  /** This post is shown to nobody. */
  boolean isRemoved(long postId);

  /** Whether anything that this entry would show must not be shown. */
  default boolean forbids(FeedEntry entry) {
    return isRemoved(entry.shownId())
        || isSuspended(entry.actorId())
        || (entry.isBoost() && isSuspended(entry.originalAuthorId()));
  }
}
