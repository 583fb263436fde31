package isegoria.timeline.feed.memory;

import isegoria.timeline.feed.memory.PackedBytes.Cursor;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.Arrays;

/**
 * Whom one account follows: the authors' ordinals, rising, and the number of what each follow
 * shows.
 *
 * <p>As bytes an author is twice the distance from the one before it, plus one when something else
 * than everything is shown, whose number then follows.
 */
final class FollowList {

  /** The number of a follow that shows everything: nearly all are. */
  static final int WHOLE = 0;

  /** In place of a number: the follow has ended. */
  static final int ENDED = -1;

  static final FollowList EMPTY = new FollowList(new int[0], new int[0]);

  private static final int AUTHORS_FIRST = 16;

  private final int[] authors;
  private final int[] shown;

  /** A list of authors, rising, each with its number; it keeps the arrays. */
  FollowList(int[] authors, int[] shown) {
    this.authors = authors;
    this.shown = shown;
  }

  int size() {
    return authors.length;
  }

  boolean contains(int author) {
    return Arrays.binarySearch(authors, author) >= 0;
  }

  int author(int at) {
    return authors[at];
  }

  int shown(int at) {
    return shown[at];
  }

  /** The number of an author, {@link #ENDED} for one who is not in the list. */
  int numberOf(int author) {
    int at = Arrays.binarySearch(authors, author);
    return at < 0 ? ENDED : shown[at];
  }

  static FollowList read(byte[] bytes, int from, int to) {
    var in = new Cursor(bytes, from, to);
    int[] authors = new int[AUTHORS_FIRST];
    int[] shown = new int[AUTHORS_FIRST];
    int size = 0;
    int author = 0;
    while (in.hasMore()) {
      long number = in.number();
      author += (int) (number >>> 1);
      if (size == authors.length) {
        authors = Arrays.copyOf(authors, 2 * size);
        shown = Arrays.copyOf(shown, 2 * size);
      }
      authors[size] = author;
      shown[size++] = (number & 1) == 0 ? WHOLE : (int) in.number();
    }
    return new FollowList(Arrays.copyOf(authors, size), Arrays.copyOf(shown, size));
  }

  byte[] toBytes() {
    var out = new PackedBytes(2 * authors.length + 2);
    int previous = 0;
    for (int i = 0; i < authors.length; i++) {
      long distance = (long) authors[i] - previous;
      out.number(distance << 1 | (shown[i] == WHOLE ? 0 : 1));
      if (shown[i] != WHOLE) {
        out.number(shown[i]);
      }
      previous = authors[i];
    }
    return out.toBytes();
  }

  /** With one author more, or with another number for one that it has. */
  FollowList with(int author, int number) {
    int at = Arrays.binarySearch(authors, author);
    if (at >= 0) {
      int[] changed = shown.clone();
      changed[at] = number;
      return new FollowList(authors, changed);
    }
    return new FollowList(inserted(authors, -at - 1, author), inserted(shown, -at - 1, number));
  }

  FollowList without(int author) {
    int at = Arrays.binarySearch(authors, author);
    return at < 0 ? this : new FollowList(removed(authors, at), removed(shown, at));
  }

  /** With many changes at once: authors' ordinals and their numbers, {@link #ENDED} for none. */
  FollowList with(Int2IntMap changes) {
    int[] changed = changes.keySet().toIntArray();
    Arrays.sort(changed);
    int[] merged = new int[authors.length + changed.length];
    int[] numbers = new int[merged.length];
    int size = 0;
    int old = 0;
    for (int author : changed) {
      while (old < authors.length && authors[old] < author) {
        merged[size] = authors[old];
        numbers[size++] = shown[old++];
      }
      if (old < authors.length && authors[old] == author) {
        old++;
      }
      int number = changes.get(author);
      if (number != ENDED) {
        merged[size] = author;
        numbers[size++] = number;
      }
    }
    int rest = authors.length - old;
    System.arraycopy(authors, old, merged, size, rest);
    System.arraycopy(shown, old, numbers, size, rest);
    size += rest;
    return new FollowList(Arrays.copyOf(merged, size), Arrays.copyOf(numbers, size));
  }

  private static int[] inserted(int[] from, int at, int value) {
    int[] to = new int[from.length + 1];
    System.arraycopy(from, 0, to, 0, at);
    to[at] = value;
    System.arraycopy(from, at, to, at + 1, from.length - at);
    return to;
  }

  private static int[] removed(int[] from, int at) {
    int[] to = new int[from.length - 1];
    System.arraycopy(from, 0, to, 0, at);
    System.arraycopy(from, at + 1, to, at, to.length - at);
    return to;
  }
}
