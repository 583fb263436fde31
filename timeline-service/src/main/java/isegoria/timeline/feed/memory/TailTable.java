package isegoria.timeline.feed.memory;

import it.unimi.dsi.fastutil.HashCommon;
import org.jspecify.annotations.Nullable;

/**
 * Each author's tail, and beside it their newest id.
 *
 * <p>To ask an author costs what of them is not in the processor's caches, and a page asks
 * hundreds, of whom it shows a few. So an id and the newest one share a line of the cache, which
 * two tables, or a field of the tail, would not.
 */
final class TailTable {

  /** No entry has this id, and none lies below it; nor does an account. */
  static final long NONE = 0;

  private static final int SLOTS_FIRST = 16;

  /** An author, their newest id, and where their tail is: two longs and a reference. */
  private static final int BYTES_PER_SLOT = 2 * Long.BYTES + Integer.BYTES;

  /** In each slot an author, {@link #NONE} where it is free, and the author's newest id. */
  private long[] slots = new long[2 * SLOTS_FIRST];

  private @Nullable AuthorTail[] tails = new AuthorTail[SLOTS_FIRST];
  private int size;

  /** The newest id of an author, {@link #NONE} of one that is not here. */
  long newest(long author) {
    return slots[2 * slotOf(author) + 1];
  }

  @Nullable AuthorTail tail(long author) {
    return tails[slotOf(author)];
  }

  int size() {
    return size;
  }

  long bytes() {
    return (long) tails.length * BYTES_PER_SLOT;
  }

  /** Puts an author's tail in, or notes its newest id where it is here. */
  void put(long author, AuthorTail tail) {
    if (author == NONE) {
      throw new IllegalArgumentException("author: " + author + " (expected: an account)");
    }
    int slot = slotOf(author);
    if (tails[slot] == null) {
      size++;
      if (4 * size > 3 * tails.length) {
        resize(2 * tails.length);
        slot = slotOf(author);
      }
    }
    set(slot, author, tail.newest(), tail);
  }

  void remove(long author) {
    int free = slotOf(author);
    if (tails[free] == null) {
      return;
    }
    size--;
    closeUp(free);
    if (tails.length > SLOTS_FIRST && 8 * size < tails.length) {
      resize(tails.length / 2);
    }
  }

  /** Moves into a free slot each later entry that a search would not find behind it. */
  private void closeUp(int slot) {
    int free = slot;
    int next = after(free);
    for (AuthorTail tail = tails[next]; tail != null; tail = tails[next]) {
      long author = slots[2 * next];
      if (distance(home(author), next) >= distance(free, next)) {
        set(free, author, slots[2 * next + 1], tail);
        free = next;
      }
      next = after(next);
    }
    slots[2 * free] = NONE;
    slots[2 * free + 1] = NONE;
    tails[free] = null;
  }

  private void resize(int length) {
    @Nullable AuthorTail[] old = tails;
    long[] oldSlots = slots;
    slots = new long[2 * length];
    tails = new AuthorTail[length];
    for (int slot = 0; slot < old.length; slot++) {
      AuthorTail tail = old[slot];
      if (tail != null) {
        long author = oldSlots[2 * slot];
        set(slotOf(author), author, oldSlots[2 * slot + 1], tail);
      }
    }
  }

  private void set(int slot, long author, long newest, AuthorTail tail) {
    slots[2 * slot] = author;
    slots[2 * slot + 1] = newest;
    tails[slot] = tail;
  }

  /** The author's slot, or the free one that would be. */
  private int slotOf(long author) {
    int slot = home(author);
    while (slots[2 * slot] != author && slots[2 * slot] != NONE) {
      slot = after(slot);
    }
    return slot;
  }

  private int home(long author) {
    return (int) HashCommon.mix(author) & (tails.length - 1);
  }

  private int after(int slot) {
    return (slot + 1) & (tails.length - 1);
  }

  private int distance(int from, int to) {
    return (to - from) & (tails.length - 1);
  }
}
