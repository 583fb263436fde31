package isegoria.benchmarks.ladder;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/** What the generator has posted: what pages must show follows from it and from nothing else. */
public final class ExpectedFeeds {
  private final LongArrayList ids = new LongArrayList();
  private final IntArrayList authors = new IntArrayList();

  /** Notes a post; ids rise. */
  public synchronized void add(long id, int author) {
    if (!ids.isEmpty() && ids.getLong(ids.size() - 1) >= id) {
      throw new IllegalArgumentException("id: " + id + " (expected: above the last)");
    }
    ids.add(id);
    authors.add(author);
  }

  /** The page that a reader must get: ids below {@code olderThan}, newest first. */
  public synchronized long[] page(Network network, int reader, long olderThan) {
    long[] page = new long[Pages.PAGE_POSTS];
    int size = 0;
    for (int i = ids.size() - 1; i >= 0 && size < page.length; i--) {
      if (ids.getLong(i) < olderThan && network.follows(reader, authors.getInt(i))) {
        page[size++] = ids.getLong(i);
      }
    }
    return Arrays.copyOf(page, size);
  }

  /**
   * How pages differ from what they must be.
   *
   * @param entries of all pages as they must be
   * @param missing entries that a page lacks
   * @param extra entries that a page must not have
   * @param outOfOrder pages whose entries are right and whose order is not
   */
  public record Difference(long entries, long missing, long extra, long outOfOrder) {
    static final Difference NONE = new Difference(0, 0, 0, 0);

    Difference and(Difference other) {
      return new Difference(
          entries + other.entries,
          missing + other.missing,
          extra + other.extra,
          outOfOrder + other.outOfOrder);
    }

    public boolean isNone() {
      return missing + extra + outOfOrder == 0;
    }
  }

  /** Compares two pages of each of some readers; nothing may be on its way. */
  public Difference compare(Network network, Pages pages, int[] readers) {
    var all = Difference.NONE;
    for (int reader : readers) {
      long[] first = page(network, reader, Long.MAX_VALUE);
      all = all.and(difference(first, pages.page(reader, Long.MAX_VALUE)));
      if (first.length == Pages.PAGE_POSTS) {
        long below = first[first.length - 1];
        all = all.and(difference(page(network, reader, below), pages.page(reader, below)));
      }
    }
    return all;
  }

  private static Difference difference(long[] expected, long[] actual) {
    long missing = Arrays.stream(expected).filter(id -> !contains(actual, id)).count();
    long extra = Arrays.stream(actual).filter(id -> !contains(expected, id)).count();
    boolean isSame = Arrays.equals(expected, actual);
    return new Difference(expected.length, missing, extra, missing + extra == 0 && !isSame ? 1 : 0);
  }

  private static boolean contains(long[] ids, long id) {
    return Arrays.stream(ids).anyMatch(each -> each == id);
  }
}
