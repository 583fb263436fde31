package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.read.Reader;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * For each author the ids of their entries in the recent log, so that a reader who follows few
 * accounts finds them without a scan of the whole log. The recent log's lock guards it.
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
   * nearest. So of most authors nothing else is looked at, and for a first page only their newest.
   *
   * @param hidden whose ids are not offered; asked once, and only about whose would be taken
   */
  void offer(Reader reader, NearestIds nearest, LongPredicate hidden) {
    var authors = new LongArrayList();
    var firsts = new LongArrayList();
    forEachAuthor(
        reader,
        author -> {
          long first = first(author, nearest);
          if (first != TailTable.NONE
              && nearest.takes(first)
              && (author == reader.id() || !hidden.test(author))) {
            nearest.offer(first);
            authors.add(author);
            firsts.add(first);
          }
        });
    for (int at = 0; at < authors.size(); at++) {
      long first = firsts.getLong(at);
      if (nearest.takes(first)) {
        tailOf(authors.getLong(at)).offerBehind(first, nearest);
      }
    }
  }

  private static void forEachAuthor(Reader reader, LongConsumer action) {
    action.accept(reader.id());
    reader.forEachFollowed(author -> {
      if (author != reader.id()) {
        action.accept(author);
      }
    });
  }

  /** The author's first id from the cursor on; the tail is asked where the newest is not it. */
  private long first(long author, NearestIds nearest) {
    long newest = table.newest(author);
    if (newest == TailTable.NONE) {
      return TailTable.NONE;
    }
    if (nearest.isDown() && newest < nearest.cursor()) {
      return newest;
    }
    if (!nearest.isDown() && newest <= nearest.cursor()) {
      return TailTable.NONE;
    }
    return tailOf(author).first(nearest);
  }

  private AuthorTail tailOf(long author) {
    return Objects.requireNonNull(table.tail(author), "a tail");
  }

  /** Memory that the tails take. */
  long bytes() {
    return table.bytes() + (long) table.size() * AuthorTail.BYTES + places * Long.BYTES;
  }
}
