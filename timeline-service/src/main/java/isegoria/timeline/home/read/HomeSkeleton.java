package isegoria.timeline.home.read;

import static isegoria.timeline.home.read.HomeDefinition.BOOST_WINDOW_ENTRIES;

import isegoria.timeline.feed.read.EntrySource;
import isegoria.timeline.feed.read.FeedEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a page out of a home feed: first step of every home read.
 *
 * <p>The candidates come in pieces; it reads on until the page is full or the candidates end,
 * because clients stop at the first page that is empty.
 */
public final class HomeSkeleton {

  private HomeSkeleton() {}

  /** The newest entries with {@code newerThan < id < olderThan}, newest first. */
  public static List<FeedEntry> newest(
      EntrySource candidates, long olderThan, long newerThan, int limit) {
    var page = new ArrayList<FeedEntry>(limit);
    var read = new ArrayList<FeedEntry>(limit + BOOST_WINDOW_ENTRIES);
    long readTo = olderThan;
    for (int at = 0; page.size() < limit; at++) {
      while (read.size() <= at + BOOST_WINDOW_ENTRIES && readTo > neededTo(read, at, newerThan)) {
        long cursor = read.isEmpty() ? olderThan : read.getLast().id();
        long downTo = neededTo(read, at, newerThan);
        int wanted = limit - page.size() + BOOST_WINDOW_ENTRIES;
        List<FeedEntry> more = candidates.older(cursor, downTo, wanted);
        read.addAll(more);
        readTo = more.size() < wanted ? downTo : more.getLast().id();
      }
      if (at >= read.size() || read.get(at).id() <= newerThan) {
        break;
      }
      if (!HomeDefinition.isRepetition(read, at)) {
        page.add(read.get(at));
      }
    }
    return List.copyOf(page);
  }

  /** Below the page only what a boost is compared with. */
  private static long neededTo(List<FeedEntry> read, int at, long newerThan) {
    return at < read.size() && read.get(at).isBoost() ? 0 : newerThan;
  }

  /** The oldest entries with {@code newerThan < id < olderThan}, still newest first. */
  public static List<FeedEntry> oldest(
      EntrySource candidates, long olderThan, long newerThan, int limit) {
    var page = new ArrayList<FeedEntry>(limit);
    var window = new ArrayList<>(candidates.older(beyond(newerThan), 0, BOOST_WINDOW_ENTRIES));
    Collections.reverse(window);
    int at = window.size();
    boolean ended = false;
    for (; page.size() < limit; at++) {
      if (at >= window.size() && !ended) {
        long cursor = lastId(window, newerThan);
        List<FeedEntry> more = candidates.newer(cursor, limit);
        window.addAll(more);
        ended = more.size() < limit;
      }
      if (at >= window.size() || window.get(at).id() >= olderThan) {
        break;
      }
      if (!HomeDefinition.isRepetition(olderNeighbours(window, at), 0)) {
        page.add(window.get(at));
      }
    }
    Collections.reverse(page);
    return List.copyOf(page);
  }

  /** The entry and what is older, newest first, out of a list that is oldest first. */
  private static List<FeedEntry> olderNeighbours(List<FeedEntry> oldestFirst, int at) {
    int from = Math.max(0, at - BOOST_WINDOW_ENTRIES);
    return oldestFirst.subList(from, at + 1).reversed();
  }

  private static long lastId(List<FeedEntry> oldestFirst, long otherwise) {
    return oldestFirst.isEmpty() ? otherwise : Math.max(otherwise, oldestFirst.getLast().id());
  }

  private static long beyond(long id) {
    return id == Long.MAX_VALUE ? id : id + 1;
  }
}
