package isegoria.timeline.memory;

import isegoria.timeline.read.feed.FeedEntry;
import isegoria.timeline.read.feed.Reader;
import isegoria.timeline.read.feed.Readers;
import isegoria.timeline.read.relation.Follow;
import isegoria.timeline.read.relation.Relation;
import isegoria.timeline.read.relation.Side;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Who follows, blocks and mutes whom: everybody's, on every instance, so that any instance answers
 * any reader.
 *
 * <p>One thread writes. A page takes a {@link Reader} once, so that its follows do not change in
 * the middle; blocks against the reader are looked up as they are, in the blocker's own table.
 */
public final class RelationGraph implements Readers {

  private final InstantSource clock;
  private final Long2ObjectOpenHashMap<Ties> byAccount = new Long2ObjectOpenHashMap<>();
  private final List<Follow> shown = new ArrayList<>();
  private final Object2IntOpenHashMap<Follow> numbers = new Object2IntOpenHashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private long follows;

  public RelationGraph(InstantSource clock) {
    this.clock = clock;
    numbers.defaultReturnValue(-1);
  }

  public void set(Relation relation) {
    lock.writeLock().lock();
    try {
      set(relation.lowId(), relation.highId(), relation.low());
      set(relation.highId(), relation.lowId(), relation.high());
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public Reader reader(long accountId) {
    lock.readLock().lock();
    try {
      Ties ties = byAccount.get(accountId);
      return ties == null
          ? new Snapshot(accountId, new Ties(), this)
          : new Snapshot(accountId, copy(ties), this);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** The accounts that this one follows now. */
  public long[] followedBy(long accountId) {
    lock.readLock().lock();
    try {
      Ties ties = byAccount.get(accountId);
      return ties == null ? new long[0] : ties.follows.keySet().toLongArray();
    } finally {
      lock.readLock().unlock();
    }
  }

  public long follows() {
    lock.readLock().lock();
    try {
      return follows;
    } finally {
      lock.readLock().unlock();
    }
  }

  private void set(long from, long towards, Side side) {
    Ties ties = byAccount.computeIfAbsent(from, _ -> new Ties());
    int before = ties.follows.size();
    if (side.follow() == null) {
      ties.follows.remove(towards);
    } else {
      ties.follows.put(towards, numberOf(side.follow()));
    }
    follows += ties.follows.size() - before;
    if (side.blocks()) {
      ties.blocks.add(towards);
    } else {
      ties.blocks.remove(towards);
    }
    if (side.mutedUntil() == null) {
      ties.mutes.remove(towards);
    } else {
      ties.mutes.put(towards, millisOf(side.mutedUntil()));
    }
    if (ties.isEmpty()) {
      byAccount.remove(from);
    }
  }

  private int numberOf(Follow follow) {
    int number = numbers.getInt(follow);
    if (number < 0) {
      number = shown.size();
      shown.add(follow);
      numbers.put(follow, number);
    }
    return number;
  }

  /** When a mute ends; times too far off to count are never. */
  private static long millisOf(Instant until) {
    return until.getEpochSecond() > Long.MAX_VALUE / 2_000 ? Long.MAX_VALUE : until.toEpochMilli();
  }

  private static Ties copy(Ties ties) {
    var copy = new Ties();
    copy.follows = new Long2IntOpenHashMap(ties.follows);
    copy.follows.defaultReturnValue(Ties.NOT_FOLLOWED);
    copy.blocks = new LongOpenHashSet(ties.blocks);
    copy.mutes = new Long2LongOpenHashMap(ties.mutes);
    copy.mutes.defaultReturnValue(Long.MIN_VALUE);
    return copy;
  }

  private boolean blocks(long from, long towards) {
    lock.readLock().lock();
    try {
      Ties ties = byAccount.get(from);
      return ties != null && ties.blocks.contains(towards);
    } finally {
      lock.readLock().unlock();
    }
  }

  private @Nullable Follow shown(int number) {
    if (number == Ties.NOT_FOLLOWED) {
      return null;
    }
    lock.readLock().lock();
    try {
      return shown.get(number);
    } finally {
      lock.readLock().unlock();
    }
  }

  private record Snapshot(long id, Ties ties, RelationGraph graph) implements Reader {

    @Override
    public boolean follows(long accountId) {
      return ties.follows.containsKey(accountId);
    }

    @Override
    public boolean showsBoostsOf(long accountId) {
      Follow follow = graph.shown(ties.follows.get(accountId));
      return follow != null && follow.boosts();
    }

    @Override
    public boolean showsLanguageOf(long accountId, String language) {
      Follow follow = graph.shown(ties.follows.get(accountId));
      return follow != null && follow.shows(language);
    }

    @Override
    public boolean hides(long accountId) {
      return isMuted(accountId) || isBlockedFrom(accountId);
    }

    @Override
    public boolean isBlockedFrom(long accountId) {
      return accountId != id
          && id != FeedEntry.NOBODY
          && (ties.blocks.contains(accountId) || graph.blocks(accountId, id));
    }

    @Override
    public long followsHash() {
      long hash = ties.follows.size();
      for (long accountId : ties.follows.keySet()) {
        hash += HashCommon.murmurHash3(accountId);
      }
      return hash;
    }

    private boolean isMuted(long accountId) {
      return ties.mutes.get(accountId) > graph.clock.millis();
    }
  }
}
