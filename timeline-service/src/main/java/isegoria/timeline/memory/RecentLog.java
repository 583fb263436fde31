package isegoria.timeline.memory;

import isegoria.timeline.read.feed.AsOf;
import isegoria.timeline.read.feed.EntryLog.Slice;
import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.FeedFact;
import isegoria.timeline.read.feed.FeedKey;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.RecentEntries;
import isegoria.timeline.read.feed.Visibility;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest posts and boosts of everybody, in order of their ids.
 *
 * <p>Ids come nearly in order, but imports carry old ones, so the log is a list of sorted blocks
 * that can take an entry anywhere. A removal is remembered, because boosts of a removed post are
 * removed with it and a log that is read again may bring the post after its removal.
 */
public final class RecentLog implements RecentEntries {

  /** Entries kept, 34 bytes each: what a heap of a gigabyte and a half holds. */
  public static final int ENTRIES_MAX = 10_000_000;

  /** Removals remembered; beyond it those of posts below the log go first. */
  static final int REMOVALS_MAX = 1_000_000;

  private static final int VISIBILITY_BITS = 0b0011;
  private static final int MEDIA_BIT = 0b0100;
  private static final int MENTIONS_BIT = 0b1000;

  private final int entriesMax;
  private final List<EntryBlock> blocks = new ArrayList<>();
  private final Long2ObjectOpenHashMap<List<Long>> mentions = new Long2ObjectOpenHashMap<>();
  private final LongOpenHashSet removed = new LongOpenHashSet();
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
    this.arrivals = new Arrivals(Math.min(entriesMax, Arrivals.ARRIVALS_MAX));
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

  /** Notes that a source was read up to a position, where nothing changed a feed. */
  public void passed(String source, long position) {
    lock.writeLock().lock();
    try {
      arrivals.passed(source, position);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public long arrived() {
    lock.readLock().lock();
    try {
      return arrivals.count();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public AsOf asOf() {
    lock.readLock().lock();
    try {
      return arrivals.asOf();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public @Nullable List<FeedKey> arrivedAfter(AsOf moment) {
    lock.readLock().lock();
    try {
      return arrivals.after(moment, missingUpTo == 0);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public @Nullable FeedEntry find(long id) {
    lock.readLock().lock();
    try {
      int block = lastBlockBelow(id + 1);
      int at = block < 0 ? -1 : blocks.get(block).find(id);
      if (at < 0 || removed.contains(blocks.get(block).originals[at])) {
        return null;
      }
      return entry(blocks.get(block), at);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Says that entries up to an id may never come: the topic does not begin at its beginning. */
  public void missing(long upToId) {
    lock.writeLock().lock();
    try {
      missingUpTo = Math.max(missingUpTo, upToId);
    } finally {
      lock.writeLock().unlock();
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
    lock.readLock().lock();
    try {
      return size;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Scan scanDown(Reader reader, long olderThan, int wanted, int scannedMax) {
    lock.readLock().lock();
    try {
      var found = new ArrayList<FeedEntry>();
      int scanned = 0;
      int newest = lastBlockBelow(olderThan);
      for (int block = newest; block >= 0; block--) {
        EntryBlock in = blocks.get(block);
        int first = block == newest ? below(in, olderThan) : in.size - 1;
        for (int i = first; i >= 0; i--) {
          if (in.ids[i] <= missingUpTo) {
            return new Scan(new Slice(found, missingUpTo + 1, false), scanned);
          }
          scanned++;
          add(in, i, reader, found);
          if (found.size() == wanted || scanned >= scannedMax) {
            return new Scan(new Slice(found, in.ids[i], false), scanned);
          }
        }
      }
      return new Scan(new Slice(found, missingUpTo + 1, missingUpTo == 0), scanned);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Scan scanUp(Reader reader, long newerThan, int wanted) {
    lock.readLock().lock();
    try {
      var found = new ArrayList<FeedEntry>();
      int scanned = 0;
      for (int block = firstBlockAbove(newerThan); block < blocks.size(); block++) {
        EntryBlock in = blocks.get(block);
        for (int i = above(in, newerThan); i < in.size; i++) {
          scanned++;
          add(in, i, reader, found);
          if (found.size() == wanted) {
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
    int flags = in.flags[i];
    return new FeedEntry(
        in.ids[i],
        in.actors[i],
        in.originals[i],
        isBoost ? in.others[i] : 0,
        isBoost ? FeedEntry.NOBODY : in.others[i],
        Visibility.ofCode(flags & VISIBILITY_BITS),
        languages.wordOf(in.languages[i]),
        (flags & MEDIA_BIT) != 0,
        (flags & MENTIONS_BIT) != 0 ? mentions.getOrDefault(in.ids[i], List.of()) : List.of());
  }

  private void insert(FeedEntry entry) {
    if (entry.id() <= missingUpTo || removed.contains(entry.id())) {
      return;
    }
    EntryBlock block = blockFor(entry.id());
    int at = block.find(entry.id());
    if (at >= 0) {
      return;
    }
    block.insert(
        -at - 1,
        entry.id(),
        entry.actorId(),
        entry.originalId(),
        entry.isBoost() ? entry.originalAuthorId() : entry.inReplyToAccountId(),
        languages.codeOf(entry.language()),
        flags(entry));
    if (!entry.mentionedIds().isEmpty()) {
      mentions.put(entry.id(), entry.mentionedIds());
    }
    size++;
    if (size > entriesMax) {
      forgetOldest();
    }
  }

  private static byte flags(FeedEntry entry) {
    return (byte)
        (entry.visibility().code()
            | (entry.hasMedia() ? MEDIA_BIT : 0)
            | (entry.mentionedIds().isEmpty() ? 0 : MENTIONS_BIT));
  }

  private void remove(long id) {
    removed.add(id);
    mentions.remove(id);
    int block = lastBlockBelow(id + 1);
    if (block >= 0) {
      EntryBlock in = blocks.get(block);
      int at = in.find(id);
      if (at >= 0) {
        in.remove(at);
        size--;
        if (in.size == 0) {
          blocks.remove(block);
        }
      }
    }
    if (removed.size() > REMOVALS_MAX) {
      removed.removeIf(each -> each <= missingUpTo);
    }
  }

  private void readdress(long id, List<Long> accounts) {
    int block = lastBlockBelow(id + 1);
    int at = block < 0 ? -1 : blocks.get(block).find(id);
    if (at < 0) {
      return;
    }
    byte[] flags = blocks.get(block).flags;
    if (accounts.isEmpty()) {
      mentions.remove(id);
      flags[at] = (byte) (flags[at] & ~MENTIONS_BIT);
    } else {
      mentions.put(id, accounts);
      flags[at] = (byte) (flags[at] | MENTIONS_BIT);
    }
  }

  private void forgetOldest() {
    EntryBlock oldest = blocks.removeFirst();
    missingUpTo = Math.max(missingUpTo, oldest.lastId());
    size -= oldest.size;
    for (int i = 0; i < oldest.size; i++) {
      mentions.remove(oldest.ids[i]);
    }
  }

  /** The block an id belongs into, with room for it. */
  private EntryBlock blockFor(long id) {
    int at = lastBlockBelow(id + 1);
    if (at < 0) {
      if (blocks.isEmpty() || blocks.getFirst().isFull()) {
        blocks.addFirst(new EntryBlock());
      }
      return blocks.getFirst();
    }
    EntryBlock block = blocks.get(at);
    if (!block.isFull()) {
      return block;
    }
    if (id > block.lastId()) {
      var next = new EntryBlock();
      blocks.add(at + 1, next);
      return next;
    }
    EntryBlock upper = block.split();
    blocks.add(at + 1, upper);
    return id >= upper.firstId() ? upper : block;
  }

  /** Index of the last block that begins below an id, or -1. */
  private int lastBlockBelow(long id) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).firstId() < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private int firstBlockAbove(long id) {
    int block = Math.max(0, lastBlockBelow(id));
    return block < blocks.size() && blocks.get(block).lastId() <= id ? block + 1 : block;
  }

  private static int below(EntryBlock block, long id) {
    int at = block.find(id);
    return at >= 0 ? at - 1 : -at - 2;
  }

  private static int above(EntryBlock block, long id) {
    int at = block.find(id);
    return at >= 0 ? at + 1 : -at - 1;
  }
}
