package isegoria.timeline.home.read;

import isegoria.timeline.feed.read.EntryLog;
import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.EntryLookup;
import isegoria.timeline.feed.read.EntrySource;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.LivePosts;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.RecentEntries;
import isegoria.timeline.feed.read.Restrictions;
import isegoria.timeline.home.read.FeedCosts.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One reader's candidates for one page: the recent log as far as it reaches, then the reader's
 * snapshot, then the authors' logs.
 *
 * <p>Which of them an entry comes from never shows: they hold the same entries where they overlap.
 */
public final class HomeCandidates implements EntrySource {

  /**
   * Steps of one page in one direction, a few milliseconds each where they ask tables: beyond it a
   * page is as short as it is, and the next one goes on from there.
   */
  static final int STEPS_MAX = 64;

  /** Entries of one step at the most, where rules leave out most of them: 100 kB. */
  static final int STEP_ENTRIES_MAX = 1_000;

  /** Steps that ask for no more than is wanted: so many are enough for nearly every page. */
  private static final int STEPS_NARROW = 2;

  private final Reader reader;
  private final Restrictions restrictions;
  private final RecentEntries recent;
  private final EntryLog logs;
  private final LivePosts live;
  private final Supplier<@Nullable SnapshotEntries> snapshots;
  private final FeedCosts costs;
  private final int authors;
  private final Walk down = new Walk();
  private final Walk up = new Walk();
  private @Nullable SnapshotEntries snapshot;
  private boolean snapshotAsked;
  private long scanned;
  private long foundByScan;

  private HomeCandidates(Reader reader, Restrictions restrictions, Sources sources) {
    this.reader = reader;
    this.restrictions = restrictions;
    this.recent = sources.recent();
    this.logs = sources.logs().forPage(reader);
    this.live = sources.live();
    this.snapshots =
        () -> SnapshotEntries.of(reader, sources.snapshots(), recent, sources.lookup());
    this.costs = sources.costs();
    this.authors = reader.followsCount() + 1;
  }

  /**
   * Where everybody's entries come from.
   *
   * @param costs what each way has cost so far
   */
  public record Sources(
      RecentEntries recent,
      HomeSnapshots snapshots,
      EntryLookup lookup,
      EntryLog logs,
      LivePosts live,
      FeedCosts costs) {}

  public static HomeCandidates of(Reader reader, Restrictions restrictions, Sources sources) {
    return new HomeCandidates(reader, restrictions, sources);
  }

  /** Entries of the recent log looked at so far. */
  public long scanned() {
    return scanned;
  }

  /**
   * Where the last look down ended though the feed does not; empty when it ended with the feed or
   * with all that was asked for.
   */
  public OptionalLong leftOffDown() {
    return down.leftOff;
  }

  /** Where the last look up ended, in the same way. */
  public OptionalLong leftOffUp() {
    return up.leftOff;
  }

  @Override
  public List<FeedEntry> older(long olderThan, long newerThan, int count) {
    return down.from(olderThan, count, this::stepDown, cursor -> cursor - 1 > newerThan);
  }

  @Override
  public List<FeedEntry> newer(long newerThan, int count) {
    return up.from(newerThan, count, this::stepUp, _ -> true);
  }

  /** Steps in one direction, over all the pieces of a page. */
  private final class Walk {
    private int steps;
    private OptionalLong leftOff = OptionalLong.empty();

    List<FeedEntry> from(long start, int count, Step step, LongPredicate isWithin) {
      var found = new ArrayList<FeedEntry>(count);
      long cursor = start;
      boolean ended = !isWithin.test(cursor);
      for (int tried = 0; found.size() < count && !ended && steps < STEPS_MAX; tried++, steps++) {
        Slice slice = step.from(cursor, wanted(count, tried));
        keep(slice.entries(), found, count);
        cursor = slice.reached();
        ended = slice.ended() || !isWithin.test(cursor);
      }
      leftOff = found.size() < count && !ended ? OptionalLong.of(cursor) : OptionalLong.empty();
      return List.copyOf(found);
    }

    /** More and more, where the rules leave out most of what is found. */
    private static int wanted(int count, int tried) {
      int doubled = Math.clamp(tried - STEPS_NARROW, 0, Integer.SIZE / 2);
      return Math.clamp((long) count << doubled, count, Math.max(count, STEP_ENTRIES_MAX));
    }
  }

  private interface Step {
    Slice from(long cursor, int wanted);
  }

  private Slice stepUp(long cursor, int count) {
    long missingUpTo = recent.missingUpTo();
    return cursor >= missingUpTo ? recentUp(cursor, count) : pullUp(cursor, missingUpTo, count);
  }

  private Slice stepDown(long cursor, int count) {
    if (cursor - 1 > recent.missingUpTo()) {
      return recentDown(cursor, count);
    }
    SnapshotEntries taken = snapshot();
    return taken != null && taken.reachesBelow(cursor)
        ? taken.older(cursor, count)
        : pullDown(cursor, count);
  }

  /** Looks at everybody's entries as long as it is worth it, then asks the reader's authors. */
  private Slice recentDown(long cursor, int count) {
    int worth = costs.scanWorth(authors, scanned, foundByScan, count);
    if (worth > 0) {
      return scanned(() -> recent.scanDown(reader, cursor, count, worth));
    }
    return asked(() -> recent.newestBelow(reader, cursor, count));
  }

  private Slice recentUp(long cursor, int count) {
    int worth = costs.scanWorth(authors, scanned, foundByScan, count);
    if (worth > 0) {
      return scanned(() -> recent.scanUp(reader, cursor, count, worth));
    }
    return asked(() -> recent.oldestAbove(reader, cursor, count));
  }

  private Slice scanned(Supplier<RecentEntries.Scan> scanning) {
    long begun = costs.begin();
    RecentEntries.Scan scan = scanning.get();
    costs.ended(Way.SCAN, begun, scan.scanned());
    scanned += scan.scanned();
    foundByScan += scan.found().entries().size();
    return scan.found();
  }

  private Slice asked(Supplier<Slice> asking) {
    long begun = costs.begin();
    Slice found = asking.get();
    costs.ended(Way.TAIL, begun, authors);
    return found;
  }

  private Slice pullDown(long cursor, int count) {
    long begun = costs.begin();
    Slice slice = logs.older(reader, cursor, count);
    costs.ended(Way.PULL, begun, authors);
    return slice;
  }

  /** No further than to where memory begins: what it holds may not have come to the logs yet. */
  private Slice pullUp(long cursor, long missingUpTo, int count) {
    long begun = costs.begin();
    Slice slice = logs.newer(reader, cursor, count);
    costs.ended(Way.PULL, begun, authors);
    List<FeedEntry> below =
        slice.entries().stream().filter(entry -> entry.id() <= missingUpTo).toList();
    long reached = slice.ended() ? missingUpTo : Math.min(slice.reached(), missingUpTo);
    return new Slice(below, reached, false);
  }

  private @Nullable SnapshotEntries snapshot() {
    if (!snapshotAsked) {
      long begun = costs.begin();
      snapshot = snapshots.get();
      costs.ended(Way.FETCH, begun, 1);
      snapshotAsked = true;
    }
    return snapshot;
  }

  private void keep(List<FeedEntry> entries, List<FeedEntry> found, int count) {
    var passed = new ArrayList<FeedEntry>(entries.size());
    for (FeedEntry entry : entries) {
      if (HomeDefinition.isCandidate(entry, reader, restrictions)) {
        passed.add(entry);
      }
    }
    Set<Long> alive = live.among(originals(passed));
    for (FeedEntry entry : passed) {
      if (found.size() < count && (!entry.isBoost() || alive.contains(entry.originalId()))) {
        found.add(entry);
      }
    }
  }

  private static Set<Long> originals(List<FeedEntry> entries) {
    var ids = new HashSet<Long>();
    for (FeedEntry entry : entries) {
      if (entry.isBoost()) {
        ids.add(entry.originalId());
      }
    }
    return ids;
  }
}
