package isegoria.timeline.feed.read;

/** Whose relations can be asked for: everybody's. */
public interface Readers {

  /** The reader's relations now; {@link FeedEntry#NO_ACCOUNT} has none. */
  Reader reader(long accountId);

  /**
   * The same for a look at few accounts: nothing is copied, so what it says may change between two
   * questions.
   */
  default Reader glance(long accountId) {
    return reader(accountId);
  }

  /** The accounts that this one follows now. */
  long[] followedBy(long accountId);

  /** Whether one account follows another now. */
  boolean follows(long follower, long followed);

  /** What {@link Reader#followsHash} says of the reader now, without making one. */
  long followsHash(long accountId);
}
