package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.RecentEntries;
import isegoria.timeline.feed.read.SourcePositions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes snapshots of home feeds out of the recent log. */
public final class SnapshotMaker {

  private final RecentEntries recent;

  public SnapshotMaker(RecentEntries recent) {
    this.recent = recent;
  }

  /** Entries of everybody that have come so far. */
  public long arrived() {
    return recent.arrived();
  }

  /** Whether a page is in memory and will be for a while, so that no snapshot is asked for. */
  public boolean isLasting(Reader reader, SnapshotRule rule) {
    long lastingAbove = recent.lastingAbove();
    Slice newest = recent.newestBelow(reader, Long.MAX_VALUE, rule.foundEnough());
    if (newest.ended()) {
      return lastingAbove == 0;
    }
    // Not by how many there are: boosts of removed posts were found and left out.
    long missingUpTo = recent.missingUpTo();
    long endsAt = missingUpTo == 0 ? 0 : missingUpTo + 1;
    return newest.reached() > Math.max(lastingAbove, endsAt);
  }

  /** From the last one and what came since, where that is known; else from the log. */
  public HomeSnapshot make(Reader reader, @Nullable HomeSnapshot last) {
    // The moment is taken first: what comes while the log is read is at worst there twice.
    SourcePositions moment = recent.asOf();
    if (last != null && last.followsHash() == reader.followsHash()) {
      List<FeedKey> later = recent.arrivedAfter(last.asOf());
      if (later != null) {
        return last.with(later.stream().filter(key -> isFollowed(key, reader)).toList(), moment);
      }
    }
    return found(reader, moment);
  }

  private HomeSnapshot found(Reader reader, SourcePositions moment) {
    var keys = new ArrayList<FeedKey>();
    Slice found = recent.newestOfAll(reader, HomeSnapshot.SNAPSHOT_ENTRIES_MAX + 1);
    for (FeedEntry entry : found.entries()) {
      keys.add(new FeedKey(entry.id(), entry.actorId()));
    }
    long coversAbove = found.ended() ? 0 : found.reached() - 1;
    return HomeSnapshot.bounded(reader.followsHash(), moment, coversAbove, keys);
  }

  static boolean isFollowed(FeedKey key, Reader reader) {
    return key.actorId() == reader.id() || reader.follows(key.actorId());
  }
}
