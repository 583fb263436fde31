package isegoria.timeline.feed.read;

import java.util.List;

/**
 * Entries of one feed in order of their ids, in pieces. It hides where they come from: memory,
 * tables, or one after the other.
 *
 * <p>A piece that is shorter than asked for ends the feed in that direction, or what a page may
 * look at.
 */
public interface EntrySource {

  /**
   * Entries with ids below {@code olderThan}, newest first, at most {@code count}.
   *
   * @param newerThan from here down nothing is looked for; what was found with the others is there
   */
  List<FeedEntry> older(long olderThan, long newerThan, int count);

  /** Entries with ids above {@code newerThan}, oldest first, at most {@code count}. */
  List<FeedEntry> newer(long newerThan, int count);
}
