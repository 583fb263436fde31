package isegoria.timeline.memory;

import isegoria.timeline.read.feed.Reader;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * For each author the ids of their entries in the recent log, so that whoever follows few finds
 * them without a look at everybody's. The recent log's lock guards it.
 *
 * <p>What it costs to ask an author is what of them is not in the processor's caches. So
 * everybody's newest id lies in a table of its own, and most tails are never touched: of hundreds
 * of authors a page shows a few.
 */
final class AuthorTails {

  /** Bytes of an author's places in the tables, of their tail and its array, without the ids. */
  private static final int BYTES_PER_AUTHOR = 72 + 32;

  /** No entry has this id, and none lies below it. */
  private static final long NONE = 0;

  private final Long2ObjectOpenHashMap<Tail> byAuthor = new Long2ObjectOpenHashMap<>();
  private final Long2LongOpenHashMap newest = new Long2LongOpenHashMap();
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

    long last() {
      return ids[to - 1];
    }

    boolean holds(int at) {
      return at >= from && at < to;
    }

    /** Index of the first id from the cursor on; outside where there is none. */
    int next(NearestIds nearest) {
      return nearest.isDown() ? below(nearest.cursor()) : above(nearest.cursor());
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
    newest.put(author, tail.last());
  }

  void remove(long author, long id) {
    Tail tail = byAuthor.get(author);
    if (tail == null) {
      return;
    }
    tail.remove(id);
    if (tail.isEmpty()) {
      byAuthor.remove(author);
      newest.remove(author);
      places -= tail.ids.length;
    } else {
      newest.put(author, tail.last());
    }
  }

  /**
   * Offers the ids of the reader and of whom the reader follows, from the cursor on, as long as
   * they are taken: the first of each, and then what comes after those that are still among the
   * nearest.
   *
   * @param hidden whose ids are not offered; asked only about whose would be taken
   */
  void offer(Reader reader, NearestIds nearest, LongPredicate hidden) {
    forEachAuthor(
        reader,
        author -> {
          long first = first(author, nearest);
          if (isWanted(author, first, nearest, reader, hidden)) {
            nearest.offer(first);
          }
        });
    forEachAuthor(
        reader,
        author -> {
          if (isWanted(author, first(author, nearest), nearest, reader, hidden)) {
            offerFurther(author, nearest);
          }
        });
  }

  private static void forEachAuthor(Reader reader, LongConsumer action) {
    action.accept(reader.id());
    reader.forEachFollowed(author -> {
      if (author != reader.id()) {
        action.accept(author);
      }
    });
  }

  private static boolean isWanted(
      long author, long first, NearestIds nearest, Reader reader, LongPredicate hidden) {
    return first != NONE && nearest.takes(first) && (author == reader.id() || !hidden.test(author));
  }

  /** The author's first id from the cursor on; of the tail only where the newest says nothing. */
  private long first(long author, NearestIds nearest) {
    long id = newest.get(author);
    if (nearest.isDown() && id < nearest.cursor()) {
      return id;
    }
    if (!nearest.isDown() && id <= nearest.cursor()) {
      return NONE;
    }
    Tail tail = tailOf(author);
    int at = tail.next(nearest);
    return tail.holds(at) ? tail.ids[at] : NONE;
  }

  private void offerFurther(long author, NearestIds nearest) {
    Tail tail = tailOf(author);
    int step = nearest.isDown() ? -1 : 1;
    int at = tail.next(nearest) + step;
    while (tail.holds(at) && nearest.offer(tail.ids[at])) {
      at += step;
    }
  }

  private Tail tailOf(long author) {
    return Objects.requireNonNull(byAuthor.get(author), "a tail");
  }

  /** Memory that the tails take. */
  long bytes() {
    return (long) byAuthor.size() * BYTES_PER_AUTHOR + places * Long.BYTES;
  }
}
