package isegoria.api.filter;

import isegoria.api.entity.FilterResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All filters of one viewer, ready to be held against posts.
 *
 * <p>What is found names its contexts: clients choose by where they show the post, which is not
 * always where they loaded it.
 */
public final class FilterMatcher {

  /** Of a viewer without filters. */
  public static final FilterMatcher NONE = new FilterMatcher(List.of());

  private final List<FilterRule> filters;
  private final Keywords keywords;

  private FilterMatcher(List<FilterRule> filters) {
    this.filters = List.copyOf(filters);
    this.keywords = new Keywords(filters.stream().map(FilterRule::words).toList());
  }

  public static FilterMatcher of(List<FilterRule> filters) {
    return filters.isEmpty() ? NONE : new FilterMatcher(filters);
  }

  /**
   * Why a post is filtered; empty where it is not.
   *
   * @param ids of the post, and of the boost that shows it
   * @param text all words of the post: its warning, its text, what describes its attachments
   */
  public List<FilterResult> match(List<Long> ids, String text, Instant now) {
    if (filters.isEmpty()) {
      return List.of();
    }
    @Nullable String[] words = keywords.find(text);
    var results = new ArrayList<FilterResult>();
    for (int i = 0; i < words.length; i++) {
      FilterRule filter = filters.get(i);
      if (filter.holdsAt(now)) {
        String word = words[i];
        List<String> posts =
            ids.stream().filter(filter.posts()::contains).map(String::valueOf).toList();
        if (word != null || !posts.isEmpty()) {
          results.add(
              new FilterResult(
                  filter.shown(),
                  word == null ? null : List.of(word),
                  posts.isEmpty() ? null : posts));
        }
      }
    }
    return List.copyOf(results);
  }
}
