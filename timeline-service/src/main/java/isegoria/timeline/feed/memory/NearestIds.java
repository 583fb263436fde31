package isegoria.timeline.feed.memory;

import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;

/** Of all ids that are offered, so many that lie nearest to a cursor on one side of it. */
final class NearestIds {

  private final long cursor;
  private final boolean down;
  private final int wanted;

  /** The farthest of them first. */
  private final LongHeapPriorityQueue nearest;

  private NearestIds(long cursor, boolean down, int wanted) {
    this.cursor = cursor;
    this.down = down;
    this.wanted = wanted;
    this.nearest = new LongHeapPriorityQueue(wanted);
  }

  /** The greatest below a cursor. */
  static NearestIds below(long cursor, int wanted) {
    return new NearestIds(cursor, /* down= */ true, wanted);
  }

  /** The least above a cursor. */
  static NearestIds above(long cursor, int wanted) {
    return new NearestIds(cursor, /* down= */ false, wanted);
  }

  long cursor() {
    return cursor;
  }

  boolean isDown() {
    return down;
  }

  boolean isFull() {
    return nearest.size() == wanted;
  }

  /** Whether not as many lie nearer than this id. */
  boolean takes(long id) {
    return !isFull() || nearness(id) > nearest.firstLong();
  }

  /** Takes an id, unless as many lie nearer; whether it was taken. */
  boolean offer(long id) {
    if (!takes(id)) {
      return false;
    }
    if (isFull()) {
      nearest.dequeueLong();
    }
    nearest.enqueue(nearness(id));
    return true;
  }

  private long nearness(long id) {
    return down ? id : -id;
  }

  /** Those that are left, the nearest first. */
  long[] inOrder() {
    long[] ids = new long[nearest.size()];
    for (int at = ids.length - 1; at >= 0; at--) {
      long nearness = nearest.dequeueLong();
      ids[at] = down ? nearness : -nearness;
    }
    return ids;
  }
}
