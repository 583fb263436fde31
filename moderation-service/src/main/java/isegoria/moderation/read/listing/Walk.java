package isegoria.moderation.read.listing;

import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A look at a list: its entries are read portion by portion until the page is full or the look
 * ends. Ids whose entry is gone or does not fit are passed over.
 *
 * @param page what is wanted
 * @param max entries looked at: a page that is not full then leads on from where it left off
 */
public record Walk(Page page, int max) {

  /** Entries that the page of a list looks at: a filter that fits almost nothing ends here. */
  private static final int PAGE_MAX = 1_000;

  /** Entries of one account, or of the newest sanctions: more than there is of either. */
  private static final int WHOLE_MAX = 10_000;

  /** Entries read at once. */
  private static final int PORTION = 100;

  public static Walk of(Page page) {
    return new Walk(page, PAGE_MAX);
  }

  /** Everything, up to a bound that no account comes near. */
  public static Walk whole() {
    return new Walk(Page.first(WHOLE_MAX), WHOLE_MAX);
  }

  /**
   * The wanted entries, newest first.
   *
   * @param ids in the order of the page
   * @param find the entries of a portion that are there
   */
  public <T> PageOf<T> fill(
      Iterator<Long> ids, Function<Collection<Long>, Map<Long, T>> find, Predicate<T> fits) {
    List<T> found = new ArrayList<>();
    int looked = 0;
    long reached = 0;
    while (found.size() < page.limit() && looked < max && ids.hasNext()) {
      List<Long> portion = portion(ids, looked == 0 ? page.limit() : max - looked);
      Map<Long, T> entries = find.apply(portion);
      for (int at = 0; at < portion.size() && found.size() < page.limit(); at++) {
        reached = portion.get(at);
        T entry = entries.get(reached);
        if (entry != null && fits.test(entry)) {
          found.add(entry);
        }
      }
      looked += portion.size();
    }
    boolean leftOff = found.size() < page.limit() && ids.hasNext();
    if (page.fromOldest()) {
      Collections.reverse(found);
    }
    return new PageOf<>(found, leftOff ? OptionalLong.of(reached) : OptionalLong.empty());
  }

  private static List<Long> portion(Iterator<Long> ids, int most) {
    List<Long> portion = new ArrayList<>();
    while (portion.size() < Math.min(PORTION, most) && ids.hasNext()) {
      portion.add(ids.next());
    }
    return portion;
  }
}
