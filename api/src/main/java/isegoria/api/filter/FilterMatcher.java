package isegoria.api.filter;

import isegoria.api.entity.FilterResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All filters of one viewer, ready to be held against posts.
 *
 * <p>One expression has the words of all of them, so most posts are looked through once. What is
 * found names its contexts: clients choose by where they show the post.
 */
public final class FilterMatcher {

  /** Of a viewer without filters. */
  public static final FilterMatcher NONE = new FilterMatcher(List.of());

  private record Compiled(FilterRule rule, @Nullable Pattern words) {}

  private final List<Compiled> filters;
  private final @Nullable Pattern all;

  private FilterMatcher(List<FilterRule> rules) {
    this.filters = rules.stream().map(rule -> new Compiled(rule, pattern(rule.words()))).toList();
    this.all = pattern(rules.stream().flatMap(rule -> rule.words().stream()).toList());
  }

  public static FilterMatcher of(List<FilterRule> rules) {
    return rules.isEmpty() ? NONE : new FilterMatcher(rules);
  }

  private static @Nullable Pattern pattern(Collection<FilterWord> words) {
    return words.isEmpty()
        ? null
        : Pattern.compile(
            words.stream().map(FilterWord::expression).collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
    boolean worded = all != null && all.matcher(text).find();
    var results = new ArrayList<FilterResult>();
    for (Compiled filter : filters) {
      if (filter.rule().holdsAt(now)) {
        List<String> words = worded ? words(filter.words(), text) : List.of();
        List<String> posts =
            ids.stream().filter(filter.rule().posts()::contains).map(String::valueOf).toList();
        if (!words.isEmpty() || !posts.isEmpty()) {
          results.add(new FilterResult(filter.rule().shown(), orNull(words), orNull(posts)));
        }
      }
    }
    return List.copyOf(results);
  }

  /** The first that is found, as it stands in the text. */
  private static List<String> words(@Nullable Pattern words, String text) {
    if (words == null) {
      return List.of();
    }
    Matcher found = words.matcher(text);
    return found.find() ? List.of(found.group()) : List.of();
  }

  private static @Nullable List<String> orNull(List<String> matches) {
    return matches.isEmpty() ? null : matches;
  }
}
