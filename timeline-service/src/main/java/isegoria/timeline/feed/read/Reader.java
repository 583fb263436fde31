package isegoria.timeline.feed.read;

import java.util.function.LongConsumer;

/** One reader's relations as they are now: all that a feed asks about them. */
public interface Reader {

  /** Id of the reading account; {@link FeedEntry#NO_ACCOUNT} for an anonymous reader. */
  long id();

  boolean follows(long accountId);

  /** How many accounts the reader follows. */
  int followsCount();

  void forEachFollowed(LongConsumer action);

  /** Whether the follow of that account shows its boosts; false without a follow. */
  boolean showsBoostsOf(long accountId);

  /** Whether the follow of that account shows posts of a language; true when none was chosen. */
  boolean showsLanguageOf(long accountId, String language);

  /** Whether a block, in either direction, stands between the two, or the reader mutes it now. */
  boolean hides(long accountId);

  /** Whether a block in either direction stands between the two. */
  boolean isBlockedFrom(long accountId);

  /** Whether replies to that account are shown, beside those to the reader. */
  default boolean showsRepliesTo(long accountId) {
    return follows(accountId);
  }

  /** Whether the reader's own posts are among what is read. */
  default boolean showsOwn() {
    return true;
  }

  /** Whether the reader mutes that account now, notifications included. */
  boolean mutesNotificationsOf(long accountId);

  /** Equal for equal sets of followed accounts, and for others by one chance in 2^64. */
  long followsHash();
}
