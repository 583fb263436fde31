package isegoria.timeline.memory;

import isegoria.timeline.read.feed.Reader;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * For each author the ids of their entries in the recent log, so that whoever follows few finds
 * them without a look at everybody's. The recent log's lock guards it.
 */
final class AuthorTails {

  private final TailTable table = new TailTable();
  private long places;

  void add(long author, long id) {
    AuthorTail tail = table.tail(author);
    if (tail == null) {
      tail = new AuthorTail();
      places += tail.places();
    }
    int before = tail.places();
    tail.add(id);
    places += tail.places() - before;
    table.put(author, tail);
  }

  void remove(long author, long id) {
    AuthorTail tail = table.tail(author);
    if (tail == null) {
      return;
    }
    tail.remove(id);
    if (tail.isEmpty()) {
      table.remove(author);
      places -= tail.places();
    } else {
      table.put(author, tail);
    }
  }

  /**
   * Offers the ids of the reader and of whom the reader follows, from the cursor on, as long as
   * they are taken: the first of each, and then what comes after those that are still among the
   * nearest. So of most authors no more than the newest id is looked at.
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
    return first != TailTable.NONE
        && nearest.takes(first)
        && (author == reader.id() || !hidden.test(author));
  }

  /** The author's first id from the cursor on; the tail is asked where the newest is not it. */
  private long first(long author, NearestIds nearest) {
    long newest = table.newest(author);
    if (nearest.isDown() && newest < nearest.cursor()) {
      return newest;
    }
    if (!nearest.isDown() && newest <= nearest.cursor()) {
      return TailTable.NONE;
    }
    AuthorTail tail = tailOf(author);
    int at = tail.first(nearest);
    return tail.holds(at) ? tail.id(at) : TailTable.NONE;
  }

  private void offerFurther(long author, NearestIds nearest) {
    AuthorTail tail = tailOf(author);
    int step = nearest.isDown() ? -1 : 1;
    int at = tail.first(nearest) + step;
    while (tail.holds(at) && nearest.offer(tail.id(at))) {
      at += step;
    }
  }

  private AuthorTail tailOf(long author) {
    return Objects.requireNonNull(table.tail(author), "a tail");
  }

  /** Memory that the tails take. */
  long bytes() {
    return table.bytes() + (long) table.size() * AuthorTail.BYTES + places * Long.BYTES;
  }
}
