package isegoria.timeline.feed.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks in order of their ids, none of them empty. */
final class EntryBlocks {

  /** Of a small log a block is a small part, since the oldest goes as a whole. */
  private static final int BLOCKS_MIN = 16;

  private final List<EntryBlock> blocks = new ArrayList<>();
  private final int entriesPerBlock;

  /**
   * No blocks yet.
   *
   * @param entriesMax of all of them together
   */
  EntryBlocks(int entriesMax) {
    this.entriesPerBlock = Math.clamp(entriesMax / BLOCKS_MIN, 1, EntryBlock.ENTRIES_MAX);
  }

  int count() {
    return blocks.size();
  }

  EntryBlock get(int at) {
    return blocks.get(at);
  }

  @Nullable EntryBlock first() {
    return blocks.isEmpty() ? null : blocks.getFirst();
  }

  /** Takes out the block with the least ids. */
  EntryBlock removeFirst() {
    return blocks.removeFirst();
  }

  /** The block that holds an id, or null. */
  @Nullable EntryBlock holding(long id) {
    int at = lastBelow(id + 1);
    return at >= 0 && blocks.get(at).find(id) >= 0 ? blocks.get(at) : null;
  }

  /** The block that an id belongs into, with room for it. */
  EntryBlock forNew(long id) {
    int at = lastBelow(id + 1);
    if (at < 0) {
      if (blocks.isEmpty() || blocks.getFirst().isFull()) {
        blocks.addFirst(new EntryBlock(entriesPerBlock));
      }
      return blocks.getFirst();
    }
    EntryBlock block = blocks.get(at);
    if (!block.isFull()) {
      return block;
    }
    EntryBlock next = id > block.lastId() ? new EntryBlock(entriesPerBlock) : block.split();
    blocks.add(at + 1, next);
    return next.size == 0 || id >= next.firstId() ? next : block;
  }

  /** Takes an entry out of its block, and the block with it where it was the last. */
  void remove(EntryBlock block, int at) {
    block.remove(at);
    if (block.size == 0) {
      blocks.remove(block);
    }
  }

  /** Index of the last block that begins below an id, or -1. */
  int lastBelow(long id) {
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

  /** Index of the first block that ends above an id. */
  int firstAbove(long id) {
    int block = Math.max(0, lastBelow(id));
    return block < blocks.size() && blocks.get(block).lastId() <= id ? block + 1 : block;
  }

  /** The greatest id below which all lies but the newest so many, rounded up to a block; or 0. */
  long lastIdBelowNewest(int count) {
    int above = 0;
    for (int at = blocks.size() - 1; at >= 0; at--) {
      above += blocks.get(at).size;
      if (above > count) {
        return blocks.get(at).lastId();
      }
    }
    return 0;
  }
}
