package isegoria.timeline.read.feed;

import java.util.List;

/**
 * Entries of one feed in order of their ids, in pieces. It hides where they come from: memory,
 * tables, or one after the other.
 *
 * <p>A piece that is shorter than asked for ends the feed in that direction.
 */
public interface EntrySource {

  /** Entries with ids below {@code olderThan}, newest first, at most {@code count}. */
  List<FeedEntry> older(long olderThan, int count);

  /** Entries with ids above {@code newerThan}, oldest first, at most {@code count}. */
  List<FeedEntry> newer(long newerThan, int count);
}
