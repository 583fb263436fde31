package isegoria.timeline.read.feed;

/** Whose relations can be asked for: everybody's. */
public interface Readers {

  /** The reader's relations now; {@link FeedEntry#NOBODY} has none. */
  Reader reader(long accountId);
}
