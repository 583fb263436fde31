package isegoria.timeline.feed.memory;

import java.util.Arrays;

/** Ids of one author's entries, rising, from one index to another: the oldest go first. */
final class AuthorTail {

  /** What a tail and its array take without the ids. */
  static final int BYTES = 24 + 16;

  private long[] ids = new long[1];
  private int from;
  private int to;

  void add(long id) {
    if (to == ids.length) {
      makeRoom();
    }
    int at = to;
    if (to > from && id < ids[to - 1]) {
      at = -Arrays.binarySearch(ids, from, to, id) - 1;
      System.arraycopy(ids, at, ids, at + 1, to - at);
    }
    ids[at] = id;
    to++;
  }

  /** Where half of the array is free by now, it is used again. */
  private void makeRoom() {
    int size = to - from;
    long[] roomy = from > ids.length / 2 ? ids : new long[size + size / 2 + 1];
    System.arraycopy(ids, from, roomy, 0, size);
    ids = roomy;
    from = 0;
    to = size;
  }

  void remove(long id) {
    int at = Arrays.binarySearch(ids, from, to, id);
    if (at == from) {
      from++;
    } else if (at > from) {
      System.arraycopy(ids, at + 1, ids, at, to - at - 1);
      to--;
    }
  }

  boolean isEmpty() {
    return from == to;
  }

  long newest() {
    return ids[to - 1];
  }

  /** Ids that there is room for. */
  int places() {
    return ids.length;
  }

  /** The first id from the cursor on, {@link TailTable#NONE} where there is none. */
  long first(NearestIds nearest) {
    int at = indexBehind(nearest.cursor(), nearest.isDown());
    return holds(at) ? ids[at] : TailTable.NONE;
  }

  /** Offers what comes behind an id, as seen from the cursor, as long as it is taken. */
  void offerBehind(long id, NearestIds nearest) {
    int step = nearest.isDown() ? -1 : 1;
    int at = indexBehind(id, nearest.isDown());
    while (holds(at) && nearest.offer(ids[at])) {
      at += step;
    }
  }

  /** Index of the next id below or above this one, which need not be here. */
  private int indexBehind(long id, boolean down) {
    int at = Arrays.binarySearch(ids, from, to, id);
    int below = at < 0 ? -at - 2 : at - 1;
    int above = at < 0 ? -at - 1 : at + 1;
    return down ? below : above;
  }

  private boolean holds(int at) {
    return at >= from && at < to;
  }
}
