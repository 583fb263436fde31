package isegoria.timeline.memory;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/** What one account does towards others: 12 bytes a follow, 8 a block, 16 a mute, and slack. */
final class Ties {

  /** What {@link #follows} says of an account that is not followed. */
  static final int NOT_FOLLOWED = -1;

  /** Followed account to the number of what the follow shows. */
  Long2IntOpenHashMap follows = new Long2IntOpenHashMap(2);

  LongOpenHashSet blocks = new LongOpenHashSet(2);

  /** Muted account to the millisecond at which the mute ends. */
  Long2LongOpenHashMap mutes = new Long2LongOpenHashMap(2);

  Ties() {
    follows.defaultReturnValue(NOT_FOLLOWED);
    mutes.defaultReturnValue(Long.MIN_VALUE);
  }

  boolean isEmpty() {
    return follows.isEmpty() && blocks.isEmpty() && mutes.isEmpty();
  }
}
