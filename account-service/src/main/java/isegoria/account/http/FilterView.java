package isegoria.account.http;

import isegoria.account.write.filter.Filter;
import isegoria.account.write.filter.FilterAction;
import isegoria.account.write.filter.FilterContext;
import isegoria.account.write.filter.FilterSettings;
import isegoria.account.write.filter.FilteredPost;
import isegoria.account.write.filter.Keyword;
import isegoria.api.entity.Filter.FilteredStatus;
import isegoria.api.entity.FilterV1;
import java.util.List;

/** Filters as clients of either version see them. */
final class FilterView {

  private FilterView() {}

  static isegoria.api.entity.Filter of(Filter filter) {
    FilterSettings settings = filter.settings();
    return new isegoria.api.entity.Filter(
        Long.toString(filter.id()),
        settings.title(),
        contexts(settings),
        settings.until(),
        settings.action().word(),
        filter.keywords().stream().map(FilterView::of).toList(),
        filter.posts().stream().map(FilterView::of).toList());
  }

  static isegoria.api.entity.Filter.Keyword of(Keyword keyword) {
    return new isegoria.api.entity.Filter.Keyword(
        Long.toString(keyword.id()), keyword.text(), keyword.wholeWord());
  }

  static FilteredStatus of(FilteredPost post) {
    return new FilteredStatus(Long.toString(post.id()), post.post().toString());
  }

  /** A keyword as a filter by itself. */
  static FilterV1 v1(Filter filter, Keyword keyword) {
    FilterSettings settings = filter.settings();
    return new FilterV1(
        Long.toString(keyword.id()),
        keyword.text(),
        contexts(settings),
        keyword.wholeWord(),
        settings.until(),
        settings.action() == FilterAction.HIDE);
  }

  private static List<String> contexts(FilterSettings settings) {
    return settings.contexts().stream().map(FilterContext::word).toList();
  }
}
