package isegoria.timeline.notification.http;

import isegoria.api.paging.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A page of what is shown of a list.
 *
 * @param shown newest first
 * @param leftOff up to which id all was seen, where the page is not full though the list goes on
 */
record Filled<V>(List<V> shown, OptionalLong leftOff) {

  /**
   * Entries looked at for one page: what is not shown is made up for, but not for ever. A page that
   * was not filled by so many leads to where it left off.
   */
  static final int LOOKED_AT_MAX = 2_000;

  /** Entries of one look at least: one by one would be a question each. */
  private static final int LOOK_MIN = 20;

  Filled {
    shown = List.copyOf(shown);
  }

  /** Reads on until the page is full, or the list ends, or {@link #LOOKED_AT_MAX} were seen. */
  static <T, V> Filled<V> of(
      Page page,
      Function<Page, List<T>> read,
      ToLongFunction<T> id,
      Function<List<T>, List<V>> show) {
    var shown = new ArrayList<V>();
    Page rest = page;
    int lookedAt = 0;
    while (lookedAt < LOOKED_AT_MAX) {
      Page look =
          new Page(
              Math.max(LOOK_MIN, page.limit() - shown.size()),
              rest.olderThan(),
              rest.newerThan(),
              rest.fromOldest());
      List<T> entries = read.apply(look);
      add(show.apply(entries), shown, page);
      if (entries.size() < look.limit() || shown.size() >= page.limit()) {
        return new Filled<>(shown, OptionalLong.empty());
      }
      lookedAt += entries.size();
      rest =
          page.beyond(id.applyAsLong(page.fromOldest() ? entries.getFirst() : entries.getLast()));
    }
    return new Filled<>(
        shown, OptionalLong.of(page.fromOldest() ? rest.newerThan() : rest.olderThan()));
  }

  private static <V> void add(List<V> found, List<V> shown, Page page) {
    int room = Math.min(found.size(), page.limit() - shown.size());
    if (page.fromOldest()) {
      shown.addAll(0, found.subList(found.size() - room, found.size()));
    } else {
      shown.addAll(found.subList(0, room));
    }
  }

  /** What the Link header leads on by. */
  List<String> cursors(Page page, ToLongFunction<V> id) {
    var ids = new ArrayList<String>();
    shown.forEach(each -> ids.add(Long.toString(id.applyAsLong(each))));
    leftOff.ifPresent(
        reached -> ids.add(page.fromOldest() ? 0 : ids.size(), Long.toString(reached)));
    return List.copyOf(ids);
  }
}
