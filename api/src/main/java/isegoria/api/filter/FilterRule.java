package isegoria.api.filter;

import isegoria.api.entity.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One filter of a viewer.
 *
 * @param shown the filter as a post that it matches names it
 * @param until from when it no longer holds; null: never
 * @param posts ids of posts that it matches whatever their words are
 */
public record FilterRule(
    Filter shown, @Nullable Instant until, List<FilterWord> words, Set<Long> posts) {

  public FilterRule {
    words = List.copyOf(words);
    posts = Set.copyOf(posts);
  }

  boolean holdsAt(Instant now) {
    return until == null || now.isBefore(until);
  }
}
