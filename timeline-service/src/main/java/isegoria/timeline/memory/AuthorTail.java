package isegoria.timeline.memory;

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

  boolean holds(int at) {
    return at >= from && at < to;
  }

  long id(int at) {
    return ids[at];
  }

  /** Index of the first id from the cursor on; one that is not held where there is none. */
  int first(NearestIds nearest) {
    int at = Arrays.binarySearch(ids, from, to, nearest.cursor());
    if (nearest.isDown()) {
      return at < 0 ? -at - 2 : at - 1;
    }
    return at < 0 ? -at - 1 : at + 1;
  }
}
