package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.SourcePositions;
import java.util.List;
import java.util.TreeMap;

/**
 * The newest entries by those whom one reader followed at one moment: keys only, to be looked up
 * and judged when they are read.
 *
 * <p>It is of use while the reader follows the same accounts and the entries after that moment are
 * known. Losing it costs time, never a post.
 *
 * @param followsHash of the accounts followed at the moment
 * @param asOf the moment
 * @param coversAbove every entry with a greater id that had come by then is among the keys; 0: all
 * @param keys newest first
 */
public record HomeSnapshot(
    long followsHash, SourcePositions asOf, long coversAbove, List<FeedKey> keys) {

  /** Entries kept: what a reader scrolls in a day; older pages come from authors' logs. */
  public static final int SNAPSHOT_ENTRIES_MAX = 800;

  public HomeSnapshot {
    keys = List.copyOf(keys);
  }

  /** The snapshot of a later moment: these entries and what came in between. */
  HomeSnapshot with(List<FeedKey> later, SourcePositions moment) {
    var byId = new TreeMap<Long, FeedKey>(java.util.Comparator.reverseOrder());
    keys.forEach(key -> byId.put(key.id(), key));
    for (FeedKey key : later) {
      if (key.id() > coversAbove) {
        byId.put(key.id(), key);
      }
    }
    return bounded(followsHash, moment, coversAbove, List.copyOf(byId.values()));
  }

  /** Keeps the newest, and covers no more than they do. */
  static HomeSnapshot bounded(
      long followsHash, SourcePositions asOf, long coversAbove, List<FeedKey> newestFirst) {
    return newestFirst.size() <= SNAPSHOT_ENTRIES_MAX
        ? new HomeSnapshot(followsHash, asOf, coversAbove, newestFirst)
        : new HomeSnapshot(
            followsHash,
            asOf,
            newestFirst.get(SNAPSHOT_ENTRIES_MAX).id(),
            newestFirst.subList(0, SNAPSHOT_ENTRIES_MAX));
  }
}
