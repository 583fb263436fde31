package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.EntryLookup;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.RecentEntries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One reader's snapshot together with what came after it, for one page: as if it had been made just
 * now. There is nothing in it when the reader follows others by now, or when what came after it is
 * not known any more.
 */
final class SnapshotEntries {

  private final TreeMap<Long, FeedKey> keys = new TreeMap<>(Comparator.reverseOrder());
  private final EntryLookup lookup;
  private final long coversAbove;

  private SnapshotEntries(
      HomeSnapshot snapshot, List<FeedKey> later, Reader reader, EntryLookup lookup) {
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
    return later == null ? null : new SnapshotEntries(snapshot, later, reader, lookup);
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
    // All of them lie below the recent log: above it no page asks a snapshot.
    List<FeedEntry> entries = next.isEmpty() ? List.of() : lookup.entries(next);
    return next.size() < wanted
        ? new Slice(entries, coversAbove + 1, coversAbove == 0)
        : new Slice(entries, next.getLast().id(), false);
  }
}
