package isegoria.timeline.feed.read;

import java.util.List;

/**
 * A log of entries of many authors, out of which a reader's authors are picked.
 *
 * <p>There are two: the recent one in memory and the authors' own in tables. Each answers with as
 * much as one step finds, and says how far that step has seen, so that they can be read one after
 * the other without a gap.
 */
public interface EntryLog {

  /** Entries by the reader or accounts the reader follows, with ids below {@code olderThan}. */
  Slice older(Reader reader, long olderThan, int wanted);

  /** Entries by the reader or accounts the reader follows, with ids above {@code newerThan}. */
  Slice newer(Reader reader, long newerThan, int wanted);

  /** The same log for the steps of one page: what they all need is asked for once. */
  default EntryLog forPage(Reader reader) {
    return this;
  }

  /**
   * What one step found, in the order it was asked for.
   *
   * @param reached every entry between the cursor and this id, itself included, was seen; the next
   *     step starts here
   * @param ended whether nothing lies beyond
   */
  record Slice(List<FeedEntry> entries, long reached, boolean ended) {
    public Slice {
      entries = List.copyOf(entries);
    }
  }
}
