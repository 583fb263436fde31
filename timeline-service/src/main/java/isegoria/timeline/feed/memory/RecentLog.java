package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.EntryLog.Slice;
import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.FeedFact;
import isegoria.timeline.feed.read.FeedKey;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.RecentEntries;
import isegoria.timeline.feed.read.SourcePositions;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest posts and boosts of everybody, in order of their ids.
 *
 * <p>Ids come nearly in order, but imports carry old ones, so the log is a list of sorted blocks
 * that can take an entry anywhere. A removal is remembered, because boosts of a removed post are
 * removed with it and a log that is read again may bring the post after its removal.
 */
public final class RecentLog implements RecentEntries {

  /** Entries kept, 140 bytes each at most: a quarter of a heap of six gigabytes. */
  public static final int ENTRIES_MAX = 10_000_000;

  private final int entriesMax;
  private final EntryBlocks blocks;
  private final AuthorTails tails = new AuthorTails();
  private final Long2ObjectOpenHashMap<List<Long>> mentions = new Long2ObjectOpenHashMap<>();
  private final Removals removed = new Removals(Removals.KEPT_MAX);
  private final Languages languages = new Languages();
  private final Arrivals arrivals;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int size;
  private long missingUpTo;

  public RecentLog(int entriesMax) {
    if (entriesMax < 1) {
      throw new IllegalArgumentException("entriesMax: " + entriesMax + " (expected: > 0)");
    }
    this.entriesMax = entriesMax;
    this.blocks = new EntryBlocks(entriesMax);
    this.arrivals = new Arrivals(Math.min(entriesMax, Arrivals.ARRIVALS_MAX));
  }

  /** Entries that are kept. */
  public int entriesMax() {
    return entriesMax;
  }

  /** Entries whose order of arrival is remembered. */
  public int arrivalsMax() {
    return arrivals.capacity();
  }

  /** Takes a fact that came from no source in particular. */
  public void accept(FeedFact fact) {
    accept(fact, "", 0);
  }

  /** Takes a fact, and notes the position of the event it was made from. */
  public void accept(FeedFact fact, String source, long position) {
    lock.writeLock().lock();
    try {
      if (fact instanceof FeedFact.Appeared(FeedEntry entry)) {
        arrivals.add(entry.id(), entry.actorId(), source, position);
      }
      arrivals.passed(source, position);
      switch (fact) {
        case FeedFact.Appeared(FeedEntry entry) -> insert(entry);
        case FeedFact.Removed(long id) -> remove(id);
        case FeedFact.Readdressed(long id, List<Long> accounts) -> readdress(id, accounts);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public long arrived() {
    return reading(() -> arrivals.count());
  }

  @Override
  public SourcePositions asOf() {
    return reading(() -> arrivals.asOf());
  }

  @Override
  public @Nullable List<FeedKey> arrivedAfter(SourcePositions moment) {
    lock.readLock().lock();
    try {
      return arrivals.after(moment, missingUpTo == 0);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The entry, or null when it is not here. */
  public @Nullable FeedEntry find(long id) {
    lock.readLock().lock();
    try {
      return standing(id);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Says that entries up to an id may never come: the topic does not begin at its beginning. */
  public void missing(long upToId) {
    lock.writeLock().lock();
    try {
      missingUpTo = Math.max(missingUpTo, upToId);
      EntryBlock oldest = blocks.first();
      while (oldest != null && oldest.firstId() <= missingUpTo) {
        clear(oldest, 0);
        oldest = blocks.first();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private <T> T reading(Supplier<T> what) {
    lock.readLock().lock();
    try {
      return what.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public long missingUpTo() {
    lock.readLock().lock();
    try {
      return missingUpTo;
    } finally {
      lock.readLock().unlock();
    }
  }

  public int size() {
    return reading(() -> size);
  }

  /** Memory that the authors' tails take, in bytes. */
  public long tailsBytes() {
    return reading(() -> tails.bytes());
  }

  @Override
  public long lastingAbove() {
    return reading(() -> blocks.lastIdBelowNewest(entriesMax / 2));
  }

  @Override
  public Slice newestBelow(Reader reader, long olderThan, int wanted) {
    return nearest(reader, NearestIds.below(olderThan, wanted), reader::hides);
  }

  @Override
  public Slice newestOfAll(Reader reader, int wanted) {
    return nearest(reader, NearestIds.below(Long.MAX_VALUE, wanted), _ -> false);
  }

  @Override
  public Slice oldestAbove(Reader reader, long newerThan, int wanted) {
    return nearest(reader, NearestIds.above(newerThan, wanted), reader::hides);
  }

  /** Those of the reader's authors, up to the last of them or to where the log ends. */
  private Slice nearest(Reader reader, NearestIds nearest, LongPredicate hidden) {
    lock.readLock().lock();
    try {
      if (!nearest.isDown() && nearest.cursor() < missingUpTo) {
        return beginsAbove(nearest.cursor());
      }
      tails.offer(reader, nearest, hidden);
      boolean isFull = nearest.isFull();
      long[] ids = nearest.inOrder();
      List<FeedEntry> entries = standing(ids);
      if (isFull) {
        return new Slice(entries, ids[ids.length - 1], false);
      }
      return nearest.isDown()
          ? endsBelow(entries, nearest.cursor())
          : new Slice(entries, Long.MAX_VALUE, true);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** To where the log ends, which may have come to lie above the cursor meanwhile. */
  private Slice endsBelow(List<FeedEntry> entries, long cursor) {
    return new Slice(entries, Math.min(cursor, missingUpTo + 1), missingUpTo == 0);
  }

  /** Nothing, and no step: what comes next above the cursor was forgotten here. */
  private static Slice beginsAbove(long cursor) {
    return new Slice(List.of(), cursor, false);
  }

  /** Those of the ids that were not removed meanwhile, boosts of removed posts left out. */
  private List<FeedEntry> standing(long[] ids) {
    var entries = new ArrayList<FeedEntry>(ids.length);
    for (long id : ids) {
      FeedEntry entry = standing(id);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private @Nullable FeedEntry standing(long id) {
    EntryBlock block = blocks.holding(id);
    if (block == null) {
      return null;
    }
    int at = block.find(id);
    return removed.contains(block.originals[at]) ? null : entry(block, at);
  }

  @Override
  public Scan scanDown(Reader reader, long olderThan, int wanted, int scannedMax) {
    lock.readLock().lock();
    try {
      var found = new ArrayList<FeedEntry>();
      int scanned = 0;
      int newest = blocks.lastBelow(olderThan);
      for (int block = newest; block >= 0; block--) {
        EntryBlock in = blocks.get(block);
        int first = block == newest ? in.below(olderThan) : in.size - 1;
        for (int i = first; i >= 0; i--) {
          scanned++;
          add(in, i, reader, found);
          if (found.size() == wanted || scanned >= scannedMax) {
            return new Scan(new Slice(found, in.ids[i], false), scanned);
          }
        }
      }
      return new Scan(endsBelow(found, olderThan), scanned);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Scan scanUp(Reader reader, long newerThan, int wanted, int scannedMax) {
    lock.readLock().lock();
    try {
      if (newerThan < missingUpTo) {
        return new Scan(beginsAbove(newerThan), 0);
      }
      var found = new ArrayList<FeedEntry>();
      int scanned = 0;
      for (int block = blocks.firstAbove(newerThan); block < blocks.count(); block++) {
        EntryBlock in = blocks.get(block);
        for (int i = in.above(newerThan); i < in.size; i++) {
          scanned++;
          add(in, i, reader, found);
          if (found.size() == wanted || scanned >= scannedMax) {
            return new Scan(new Slice(found, in.ids[i], false), scanned);
          }
        }
      }
      return new Scan(new Slice(found, Long.MAX_VALUE, true), scanned);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void add(EntryBlock in, int i, Reader reader, List<FeedEntry> found) {
    long actor = in.actors[i];
    if ((actor == reader.id() || reader.follows(actor)) && !removed.contains(in.originals[i])) {
      found.add(entry(in, i));
    }
  }

  private FeedEntry entry(EntryBlock in, int i) {
    boolean isBoost = in.originals[i] != 0;
    byte flags = in.flags[i];
    return new FeedEntry(
        in.ids[i],
        in.actors[i],
        in.originals[i],
        isBoost ? in.others[i] : 0,
        isBoost ? FeedEntry.NO_ACCOUNT : in.others[i],
        EntryFlags.visibility(flags),
        languages.wordOf(in.languages[i]),
        EntryFlags.hasMedia(flags),
        EntryFlags.hasMentions(flags) ? mentions.getOrDefault(in.ids[i], List.of()) : List.of());
  }

  private void insert(FeedEntry entry) {
    if (entry.id() <= missingUpTo
        || removed.contains(entry.id())
        || blocks.holding(entry.id()) != null) {
      return;
    }
    EntryBlock block = blocks.forNew(entry.id());
    block.insert(
        -block.find(entry.id()) - 1,
        entry.id(),
        entry.actorId(),
        entry.originalId(),
        entry.isBoost() ? entry.originalAuthorId() : entry.inReplyToAccountId(),
        languages.codeOf(entry.language()),
        EntryFlags.of(entry));
    if (!entry.mentionedIds().isEmpty()) {
      mentions.put(entry.id(), entry.mentionedIds());
    }
    tails.add(entry.actorId(), entry.id());
    size++;
    if (size > entriesMax) {
      forgetOldest();
    }
  }

  private void remove(long id) {
    removed.add(id, missingUpTo);
    EntryBlock block = blocks.holding(id);
    if (block != null) {
      clear(block, block.find(id));
    }
  }

  private void clear(EntryBlock block, int at) {
    mentions.remove(block.ids[at]);
    tails.remove(block.actors[at], block.ids[at]);
    blocks.remove(block, at);
    size--;
  }

  private void readdress(long id, List<Long> accounts) {
    EntryBlock block = blocks.holding(id);
    if (block == null) {
      return;
    }
    int at = block.find(id);
    block.flags[at] = EntryFlags.withMentions(block.flags[at], !accounts.isEmpty());
    if (accounts.isEmpty()) {
      mentions.remove(id);
    } else {
      mentions.put(id, accounts);
    }
  }

  private void forgetOldest() {
    EntryBlock oldest = blocks.removeFirst();
    missingUpTo = Math.max(missingUpTo, oldest.lastId());
    size -= oldest.size;
    for (int i = 0; i < oldest.size; i++) {
      mentions.remove(oldest.ids[i]);
      tails.remove(oldest.actors[i], oldest.ids[i]);
    }
  }
}
