package isegoria.timeline.memory;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * For each author the ids of their entries in the recent log, so that whoever follows few finds
 * them without a look at everybody's. The recent log's lock guards it.
 */
final class AuthorTails {

  /** Bytes of an author's place in the table, of their tail and of its array, without the ids. */
  private static final int BYTES_PER_AUTHOR = 72;

  private final Long2ObjectOpenHashMap<Tail> byAuthor = new Long2ObjectOpenHashMap<>();
  private long places;

  /** Ids of one author, rising, from one index to another: the oldest go first. */
  private static final class Tail {
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

    boolean holds(int at) {
      return at >= from && at < to;
    }

    /** Index of the last id below this one, or one before the first. */
    int below(long id) {
      int at = Arrays.binarySearch(ids, from, to, id);
      return at < 0 ? -at - 2 : at - 1;
    }

    /** Index of the first id above this one, or one behind the last. */
    int above(long id) {
      int at = Arrays.binarySearch(ids, from, to, id);
      return at < 0 ? -at - 1 : at + 1;
    }
  }

  void add(long author, long id) {
    Tail tail = byAuthor.get(author);
    if (tail == null) {
      tail = new Tail();
      byAuthor.put(author, tail);
      places += tail.ids.length;
    }
    int before = tail.ids.length;
    tail.add(id);
    places += tail.ids.length - before;
  }

  void remove(long author, long id) {
    Tail tail = byAuthor.get(author);
    if (tail == null) {
      return;
    }
    tail.remove(id);
    if (tail.isEmpty()) {
      byAuthor.remove(author);
      places -= tail.ids.length;
    }
  }

  /**
   * Offers an author's ids from the cursor on, as long as they are taken.
   *
   * @param hidden whose ids are not offered; asked only about whose would be taken
   */
  void offer(long author, NearestIds nearest, LongPredicate hidden) {
    Tail tail = byAuthor.get(author);
    if (tail == null) {
      return;
    }
    boolean down = nearest.isDown();
    int step = down ? -1 : 1;
    int at = down ? tail.below(nearest.cursor()) : tail.above(nearest.cursor());
    if (tail.holds(at) && nearest.takes(tail.ids[at]) && !hidden.test(author)) {
      while (tail.holds(at) && nearest.offer(tail.ids[at])) {
        at += step;
      }
    }
  }

  /** Memory that the tails take. */
  long bytes() {
    return (long) byAuthor.size() * BYTES_PER_AUTHOR + places * Long.BYTES;
  }
}
