package isegoria.account.write.filter;

import isegoria.events.AccountId;
import isegoria.events.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters of one account.
 *
 * @param filters oldest first
 */
public record Filters(List<Filter> filters) {

  /** Filters of one account: its clients load all of them at their start. */
  public static final int FILTERS_MAX = 100;

  /** Keywords of all filters of an account: they become one pattern for each text that it reads. */
  public static final int KEYWORDS_MAX = 500;

  /** Characters of all keywords together: the pattern that they become, and 200 kB at most. */
  public static final int KEYWORD_CHARACTERS_MAX = 50_000;

  /** Posts of all filters of an account: every change writes all of them, at 60 bytes. */
  public static final int POSTS_MAX = 500;

  public static final Filters NONE = new Filters(List.of());

  public Filters {
    filters = List.copyOf(filters);
  }

  /** The key of an account's filters. */
  public static String key(AccountId account) {
    return Partitioning.key(account.toString(), "filters");
  }

  public Optional<Filter> find(long id) {
    return filters.stream().filter(filter -> filter.id() == id).findAny();
  }

  /** The filter that a keyword belongs to. */
  public Optional<Filter> ofKeyword(long keyword) {
    return filters.stream().filter(filter -> filter.hasKeyword(keyword)).findAny();
  }

  public Optional<Keyword> keyword(long id) {
    return filters.stream()
        .flatMap(filter -> filter.keywords().stream())
        .filter(keyword -> keyword.id() == id)
        .findAny();
  }

  /** The filter that a post's entry belongs to. */
  public Optional<Filter> ofEntry(long entry) {
    return filters.stream().filter(filter -> filter.hasEntry(entry)).findAny();
  }

  public Optional<FilteredPost> entry(long id) {
    return filters.stream()
        .flatMap(filter -> filter.posts().stream())
        .filter(post -> post.id() == id)
        .findAny();
  }

  int keywords() {
    return filters.stream().mapToInt(filter -> filter.keywords().size()).sum();
  }

  int keywordCharacters() {
    return filters.stream()
        .flatMap(filter -> filter.keywords().stream())
        .mapToInt(Keyword::characters)
        .sum();
  }

  int posts() {
    return filters.stream().mapToInt(filter -> filter.posts().size()).sum();
  }

  Filters with(Filter filter) {
    List<Filter> more = new ArrayList<>(filters);
    more.add(filter);
    return new Filters(more);
  }

  Filters replaced(Filter by) {
    return new Filters(
        filters.stream().map(filter -> filter.id() == by.id() ? by : filter).toList());
  }

  Filters without(long id) {
    return new Filters(filters.stream().filter(filter -> filter.id() != id).toList());
  }
}
