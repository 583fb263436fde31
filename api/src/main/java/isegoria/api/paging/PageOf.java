package isegoria.api.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What a bounded look at a list found for a page.
 *
 * @param entries newest first
 * @param leftOff the id up to which everything was seen, where the page is not full and the list
 *     goes on; empty where the page is full or the list ends
 */
public record PageOf<T>(List<T> entries, OptionalLong leftOff) {

  public PageOf {
    entries = List.copyOf(entries);
  }

  public <R> PageOf<R> map(Function<T, R> each) {
    return new PageOf<>(entries.stream().map(each).toList(), leftOff);
  }

  /** Where the page after this one begins; empty where the list ends. */
  public OptionalLong next(Page page, ToLongFunction<T> id) {
    if (entries.isEmpty() || entries.size() < page.limit()) {
      return leftOff;
    }
    T last = page.fromOldest() ? entries.getFirst() : entries.getLast();
    return OptionalLong.of(id.applyAsLong(last));
  }

  /** What the Link header leads on by: the ids, and at the end of the look where it left off. */
  public List<String> cursors(Page page, ToLongFunction<T> id) {
    var cursors = new ArrayList<String>(entries.size() + 1);
    entries.forEach(entry -> cursors.add(Long.toString(id.applyAsLong(entry))));
    leftOff.ifPresent(
        reached -> cursors.add(page.fromOldest() ? 0 : cursors.size(), Long.toString(reached)));
    return List.copyOf(cursors);
  }

  /** Whether there may be more in the direction of the look. */
  public boolean leadsOn(Page page) {
    return leftOff.isPresent() || entries.size() >= page.limit();
  }
}
