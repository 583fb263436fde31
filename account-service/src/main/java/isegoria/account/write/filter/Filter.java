package isegoria.account.write.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * One filter.
 *
 * @param keywords oldest first
 * @param posts oldest first
 */
public record Filter(
    long id, FilterSettings settings, List<Keyword> keywords, List<FilteredPost> posts) {

  public Filter {
    keywords = List.copyOf(keywords);
    posts = List.copyOf(posts);
  }

  boolean hasKeyword(long keyword) {
    return keywords.stream().anyMatch(each -> each.id() == keyword);
  }

  boolean hasEntry(long entry) {
    return posts.stream().anyMatch(each -> each.id() == entry);
  }

  Filter with(FilterSettings changed) {
    return new Filter(id, changed, keywords, posts);
  }

  /** Adds the keyword, or puts it in the place of the one that has its id. */
  Filter with(Keyword keyword) {
    if (hasKeyword(keyword.id())) {
      return new Filter(
          id,
          settings,
          keywords.stream().map(each -> each.id() == keyword.id() ? keyword : each).toList(),
          posts);
    }
    List<Keyword> more = new ArrayList<>(keywords);
    more.add(keyword);
    return new Filter(id, settings, more, posts);
  }

  Filter withoutKeyword(long keyword) {
    return new Filter(
        id, settings, keywords.stream().filter(each -> each.id() != keyword).toList(), posts);
  }

  Filter with(FilteredPost post) {
    List<FilteredPost> more = new ArrayList<>(posts);
    more.add(post);
    return new Filter(id, settings, keywords, more);
  }

  Filter withoutEntry(long entry) {
    return new Filter(
        id, settings, keywords, posts.stream().filter(each -> each.id() != entry).toList());
  }
}
