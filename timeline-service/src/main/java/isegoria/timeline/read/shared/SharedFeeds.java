package isegoria.timeline.read.shared;

import java.util.List;

/**
 * Where shared feeds are kept: ids only, and some of posts that are gone. A piece that is shorter
 * than asked for ends the feed in that direction.
 */
public interface SharedFeeds {

  /** Ids below {@code olderThan}, newest first. */
  List<Long> older(SharedFeed feed, long olderThan, int count);

  /** Ids above {@code newerThan}, oldest first. */
  List<Long> newer(SharedFeed feed, long newerThan, int count);
}
