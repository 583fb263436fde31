package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.FeedEntry;
import isegoria.timeline.feed.read.Reader;
import isegoria.timeline.feed.read.Readers;
import isegoria.timeline.feed.read.relation.Follow;
import isegoria.timeline.feed.read.relation.Relation;
import isegoria.timeline.feed.read.relation.Side;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who follows, blocks and mutes whom: everybody's, on every instance, so that any instance answers
 * any reader.
 *
 * <p>One thread writes. A page takes a {@link Reader} once, so that its follows do not change in
 * the middle; blocks against the reader are looked up as they are, in the blocker's own table.
 */
public final class RelationGraph implements Readers {

  /** What a reader says of an account that is not followed. */
  private static final int NOT_FOLLOWED = -1;

  private static final BlocksAndMutes NONE = new BlocksAndMutes();

  private final InstantSource clock;
  private final FollowTable table = new FollowTable();
  private final Ordinals ordinals = new Ordinals();
  private final Long2ObjectOpenHashMap<BlocksAndMutes> byAccount = new Long2ObjectOpenHashMap<>();

  private final FollowFilters choices = new FollowFilters();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private long follows;

  public RelationGraph(InstantSource clock) {
    this.clock = clock;
  }

  public void set(Relation relation) {
    lock.writeLock().lock();
    try {
      set(relation.lowId(), relation.highId(), relation.low());
      set(relation.highId(), relation.lowId(), relation.high());
      choices.releaseUnused();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * Sets many at once, in their order: a long list of follows is then rewritten once, and not once
   * for each of its changes.
   */
  public void setAll(List<Relation> relations) {
    lock.writeLock().lock();
    try {
      var changes = new Long2ObjectOpenHashMap<Int2IntOpenHashMap>();
      for (Relation relation : relations) {
        change(relation.lowId(), relation.highId(), relation.low(), changes);
        change(relation.highId(), relation.lowId(), relation.high(), changes);
      }
      changes.forEach((from, changed) -> {
        FollowList before = table.of(from);
        put(from, before, before.with(changed));
      });
      choices.releaseUnused();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void change(
      long from, long towards, Side side, Long2ObjectOpenHashMap<Int2IntOpenHashMap> changes) {
    tie(from, towards, side);
    Follow follow = side.follow();
    if (follow != null || ordinals.of(towards) != Ordinals.UNKNOWN) {
      changes
          .computeIfAbsent(from, _ -> new Int2IntOpenHashMap())
          .put(
              ordinals.assign(towards),
              follow == null ? FollowList.ENDED : choices.numberOf(follow));
    }
  }

  @Override
  public Reader reader(long accountId) {
    lock.readLock().lock();
    try {
      FollowList list = table.of(accountId);
      var follows = new Long2IntOpenHashMap(list.size());
      follows.defaultReturnValue(NOT_FOLLOWED);
      var chosen = new Int2ObjectOpenHashMap<Follow>();
      for (int i = 0; i < list.size(); i++) {
        int number = list.shown(i);
        follows.put(ordinals.idOf(list.author(i)), number);
        if (number != FollowList.WHOLE) {
          chosen.put(number, choices.of(number));
        }
      }
      BlocksAndMutes ties = byAccount.get(accountId);
      return new Snapshot(accountId, follows, chosen, ties == null ? NONE : ties.copy(), this);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public Reader glance(long accountId) {
    return new Glance(accountId, this);
  }

  @Override
  public long[] followedBy(long accountId) {
    lock.readLock().lock();
    try {
      FollowList list = table.of(accountId);
      long[] followed = new long[list.size()];
      Arrays.setAll(followed, at -> ordinals.idOf(list.author(at)));
      return followed;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public boolean follows(long follower, long followed) {
    lock.readLock().lock();
    try {
      int author = ordinals.of(followed);
      return author != Ordinals.UNKNOWN && table.of(follower).contains(author);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public long followsHash(long accountId) {
    lock.readLock().lock();
    try {
      FollowList list = table.of(accountId);
      long hash = list.size();
      for (int at = 0; at < list.size(); at++) {
        hash += hashOf(ordinals.idOf(list.author(at)));
      }
      return hash;
    } finally {
      lock.readLock().unlock();
    }
  }

  private static long hashOf(long followed) {
    return HashCommon.murmurHash3(followed);
  }

  public long follows() {
    lock.readLock().lock();
    try {
      return follows;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Memory that the follows take, without the thirty bytes of each account that is followed. */
  public long followsBytes() {
    lock.readLock().lock();
    try {
      return table.bytes();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void set(long from, long towards, Side side) {
    follow(from, towards, side.follow());
    tie(from, towards, side);
  }

  private void tie(long from, long towards, Side side) {
    if (!side.blocks() && side.mutedUntil() == null && !byAccount.containsKey(from)) {
      return;
    }
    BlocksAndMutes ties = byAccount.computeIfAbsent(from, _ -> new BlocksAndMutes());
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
    if (side.mutesNotifications()) {
      ties.silenced.add(towards);
    } else {
      ties.silenced.remove(towards);
    }
    if (ties.isEmpty()) {
      byAccount.remove(from);
    }
  }

  private void follow(long from, long towards, @Nullable Follow follow) {
    if (follow == null && ordinals.of(towards) == Ordinals.UNKNOWN) {
      return;
    }
    int author = ordinals.assign(towards);
    FollowList before = table.of(from);
    FollowList after =
        follow == null ? before.without(author) : before.with(author, choices.numberOf(follow));
    put(from, before, after);
  }

  private void put(long from, FollowList before, FollowList after) {
    table.put(from, after);
    choices.changed(before, after);
    follows += after.size() - before.size();
  }

  /** When a mute ends; times too far off to count are never. */
  private static long millisOf(Instant until) {
    return until.getEpochSecond() > Long.MAX_VALUE / 2_000 ? Long.MAX_VALUE : until.toEpochMilli();
  }

  boolean blocks(long from, long towards) {
    lock.readLock().lock();
    try {
      BlocksAndMutes ties = byAccount.get(from);
      return ties != null && ties.blocks.contains(towards);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Nullable Follow followOf(long from, long towards) {
    lock.readLock().lock();
    try {
      int author = ordinals.of(towards);
      int number = author == Ordinals.UNKNOWN ? FollowList.ENDED : table.of(from).numberOf(author);
      return number == FollowList.ENDED ? null : choices.of(number);
    } finally {
      lock.readLock().unlock();
    }
  }

  boolean silences(long from, long towards) {
    lock.readLock().lock();
    try {
      BlocksAndMutes ties = byAccount.get(from);
      return ties != null
          && ties.silenced.contains(towards)
          && ties.mutes.get(towards) > clock.millis();
    } finally {
      lock.readLock().unlock();
    }
  }

  boolean mutes(long from, long towards) {
    lock.readLock().lock();
    try {
      BlocksAndMutes ties = byAccount.get(from);
      return ties != null && ties.mutes.get(towards) > clock.millis();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Numbers of what follows show, used and free. */
  int choices() {
    return choices.size();
  }

  /**
   * One reader's relations at a moment.
   *
   * @param chosen by number what follows show that do not show everything: a number may soon mean
   *     something else
   */
  private record Snapshot(
      long id,
      Long2IntOpenHashMap follows,
      Int2ObjectOpenHashMap<Follow> chosen,
      BlocksAndMutes ties,
      RelationGraph graph)
      implements Reader {

    @Override
    public boolean follows(long accountId) {
      return follows.containsKey(accountId);
    }

    @Override
    public boolean showsBoostsOf(long accountId) {
      Follow follow = shown(follows.get(accountId));
      return follow != null && follow.boosts();
    }

    @Override
    public boolean showsLanguageOf(long accountId, String language) {
      Follow follow = shown(follows.get(accountId));
      return follow != null && follow.shows(language);
    }

    @Override
    public boolean hides(long accountId) {
      return isMuted(accountId) || isBlockedFrom(accountId);
    }

    @Override
    public boolean isBlockedFrom(long accountId) {
      return accountId != id
          && id != FeedEntry.NO_ACCOUNT
          && (ties.blocks.contains(accountId) || graph.blocks(accountId, id));
    }

    @Override
    public boolean mutesNotificationsOf(long accountId) {
      return ties.silenced.contains(accountId) && isMuted(accountId);
    }

    @Override
    public void forEachFollowed(LongConsumer action) {
      follows.keySet().forEach(action);
    }

    @Override
    public int followsCount() {
      return follows.size();
    }

    @Override
    public long followsHash() {
      long hash = follows.size();
      for (long accountId : follows.keySet()) {
        hash += hashOf(accountId);
      }
      return hash;
    }

    private @Nullable Follow shown(int number) {
      return switch (number) {
        case NOT_FOLLOWED -> null;
        case FollowList.WHOLE -> Follow.WHOLE;
        default -> chosen.get(number);
      };
    }

    private boolean isMuted(long accountId) {
      return ties.mutes.get(accountId) > graph.clock.millis();
    }
  }
}
