package isegoria.timeline.read.home;

import isegoria.timeline.read.feed.EntryLog.Slice;
import isegoria.timeline.read.feed.EntryLookup;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.FeedKey;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.RecentEntries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One reader's snapshot together with what came after it, for one page: as if it had been made just
 * now. There is nothing in it when the reader follows others by now, or when what came after it is
 * not known any more.
 */
final class SnapshotEntries {

  private final TreeMap<Long, FeedKey> keys = new TreeMap<>(Comparator.reverseOrder());
  private final RecentEntries recent;
  private final EntryLookup lookup;
  private final long coversAbove;

  private SnapshotEntries(
      HomeSnapshot snapshot,
      List<FeedKey> later,
      Reader reader,
      RecentEntries recent,
      EntryLookup lookup) {
    this.recent = recent;
    this.lookup = lookup;
    this.coversAbove = snapshot.coversAbove();
    snapshot.keys().forEach(key -> keys.put(key.id(), key));
    for (FeedKey key : later) {
      if (key.id() > coversAbove && SnapshotMaker.isFollowed(key, reader)) {
        keys.put(key.id(), key);
      }
    }
  }

  static @Nullable SnapshotEntries of(
      Reader reader, HomeSnapshots snapshots, RecentEntries recent, EntryLookup lookup) {
    HomeSnapshot snapshot = snapshots.of(reader.id());
    if (snapshot == null || snapshot.followsHash() != reader.followsHash()) {
      return null;
    }
    List<FeedKey> later = recent.arrivedAfter(snapshot.asOf());
    return later == null ? null : new SnapshotEntries(snapshot, later, reader, recent, lookup);
  }

  boolean reachesBelow(long olderThan) {
    return olderThan - 1 > coversAbove;
  }

  Slice older(long olderThan, int wanted) {
    var next = new ArrayList<FeedKey>(wanted);
    for (FeedKey key : keys.tailMap(olderThan, false).values()) {
      if (next.size() == wanted) {
        break;
      }
      next.add(key);
    }
    List<FeedEntry> entries = entries(next);
    return next.size() < wanted
        ? new Slice(entries, coversAbove + 1, coversAbove == 0)
        : new Slice(entries, next.getLast().id(), false);
  }

  /** From the recent log as far as it goes; only what may be missing there is looked up. */
  private List<FeedEntry> entries(List<FeedKey> wanted) {
    long missingUpTo = recent.missingUpTo();
    Map<Long, FeedEntry> found = new HashMap<>();
    var elsewhere = new ArrayList<FeedKey>();
    for (FeedKey key : wanted) {
      FeedEntry entry = recent.find(key.id());
      if (entry != null) {
        found.put(key.id(), entry);
      } else if (key.id() <= missingUpTo) {
        elsewhere.add(key);
      }
    }
    if (!elsewhere.isEmpty()) {
      lookup.entries(elsewhere).forEach(entry -> found.put(entry.id(), entry));
    }
    var entries = new ArrayList<FeedEntry>(wanted.size());
    for (FeedKey key : wanted) {
      FeedEntry entry = found.get(key.id());
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
