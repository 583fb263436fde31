package isegoria.account.write.filter;

import isegoria.account.write.filter.FiltersRejection.KeywordBlank;
import isegoria.account.write.filter.FiltersRejection.KeywordTooLong;
import isegoria.account.write.filter.FiltersRejection.KeywordsTooLong;
import isegoria.account.write.filter.FiltersRejection.NoContext;
import isegoria.account.write.filter.FiltersRejection.TitleBlank;
import isegoria.account.write.filter.FiltersRejection.TitleTooLong;
import isegoria.account.write.filter.FiltersRejection.TooManyFilters;
import isegoria.account.write.filter.FiltersRejection.TooManyKeywords;
import isegoria.account.write.filter.FiltersRejection.TooManyPosts;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a filter may look like, and how much an account may have of them. */
final class FilterRules {

  private static final List<Function<Filter, @Nullable FiltersRejection>> OF_ONE =
      List.of(FilterRules::title, FilterRules::context, FilterRules::keywords);

  private static final List<Function<Filters, @Nullable FiltersRejection>> OF_ALL =
      List.of(
          FilterRules::count, FilterRules::keywordCount, FilterRules::length, FilterRules::posts);

  private FilterRules() {}

  /** The first rule that a changed filter breaks among all of its account, or null. */
  static @Nullable FiltersRejection broken(Filters after, Filter changed) {
    return Stream.concat(
            OF_ONE.stream().map(rule -> rule.apply(changed)),
            OF_ALL.stream().map(rule -> rule.apply(after)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable FiltersRejection title(Filter filter) {
    String title = filter.settings().title();
    if (title.isBlank()) {
      return new TitleBlank();
    }
    int max = FilterSettings.TITLE_CHARACTERS_MAX;
    return title.codePointCount(0, title.length()) > max ? new TitleTooLong(max) : null;
  }

  private static @Nullable FiltersRejection context(Filter filter) {
    return filter.settings().contexts().isEmpty() ? new NoContext() : null;
  }

  private static @Nullable FiltersRejection keywords(Filter filter) {
    if (filter.keywords().stream().anyMatch(keyword -> keyword.text().isBlank())) {
      return new KeywordBlank();
    }
    int max = Keyword.CHARACTERS_MAX;
    return filter.keywords().stream().anyMatch(keyword -> keyword.characters() > max)
        ? new KeywordTooLong(max)
        : null;
  }

  private static @Nullable FiltersRejection count(Filters all) {
    return all.filters().size() > Filters.FILTERS_MAX
        ? new TooManyFilters(Filters.FILTERS_MAX)
        : null;
  }

  private static @Nullable FiltersRejection keywordCount(Filters all) {
    return all.keywords() > Filters.KEYWORDS_MAX ? new TooManyKeywords(Filters.KEYWORDS_MAX) : null;
  }

  private static @Nullable FiltersRejection length(Filters all) {
    return all.keywordCharacters() > Filters.KEYWORD_CHARACTERS_MAX
        ? new KeywordsTooLong(Filters.KEYWORD_CHARACTERS_MAX)
        : null;
  }

  private static @Nullable FiltersRejection posts(Filters all) {
    return all.posts() > Filters.POSTS_MAX ? new TooManyPosts(Filters.POSTS_MAX) : null;
  }
}
