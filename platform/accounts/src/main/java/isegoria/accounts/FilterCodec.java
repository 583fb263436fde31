package isegoria.accounts;

import isegoria.api.entity.Filter;
import isegoria.api.filter.FilterMatcher;
import isegoria.api.filter.FilterRule;
import isegoria.api.filter.FilterWord;
import isegoria.events.AvroReader;
import isegoria.events.Topics;
import isegoria.events.account.FilterEntry;
import isegoria.events.account.FiltersState;
import java.util.stream.Collectors;

/** The filters of an account, from the contract to what is held against posts. */
final class FilterCodec {

  private final AvroReader<FiltersState> states =
      AvroReader.of(Topics.ACCOUNT_FILTERS, FiltersState.class);

  /** Throws where the record cannot be read. */
  void check(byte[] record) {
    var _ = states.decode(record);
  }

  FilterMatcher matcher(byte[] record) {
    return FilterMatcher.of(
        states.decode(record).getFilters().stream().map(FilterCodec::rule).toList());
  }

  private static FilterRule rule(FilterEntry filter) {
    var shown =
        new Filter(
            filter.getFilterId(),
            filter.getTitle(),
            filter.getContexts(),
            filter.getEndsAt(),
            filter.getAction(),
            null,
            null);
    return new FilterRule(
        shown,
        filter.getEndsAt(),
        filter.getKeywords().stream()
            .map(keyword -> new FilterWord(keyword.getKeyword(), keyword.getWholeWord()))
            .toList(),
        filter.getPosts().stream()
            .map(post -> Long.valueOf(post.getPostId()))
            .collect(Collectors.toSet()));
  }
}
