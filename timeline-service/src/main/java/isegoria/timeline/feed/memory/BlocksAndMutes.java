package isegoria.timeline.feed.memory;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/** Whom one account blocks and mutes: 8 bytes a block, 24 a mute, and slack. Most have neither. */
final class BlocksAndMutes {

  LongOpenHashSet blocks = new LongOpenHashSet(2);

  /** Muted account to the millisecond at which the mute ends. */
  Long2LongOpenHashMap mutes = new Long2LongOpenHashMap(2);

  /** Those of the muted whose notifications are hidden too. */
  LongOpenHashSet silenced = new LongOpenHashSet(2);

  BlocksAndMutes() {
    mutes.defaultReturnValue(Long.MIN_VALUE);
  }

  boolean isEmpty() {
    return blocks.isEmpty() && mutes.isEmpty();
  }

  BlocksAndMutes copy() {
    var copy = new BlocksAndMutes();
    copy.blocks = new LongOpenHashSet(blocks);
    copy.mutes = new Long2LongOpenHashMap(mutes);
    copy.mutes.defaultReturnValue(Long.MIN_VALUE);
    copy.silenced = new LongOpenHashSet(silenced);
    return copy;
  }
}
