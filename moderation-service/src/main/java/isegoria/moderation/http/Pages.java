package isegoria.moderation.http;

import isegoria.api.Origin;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.moderation.read.listing.IdRange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Pages of the moderators' lists, with their Link header. */
public final class Pages {

  /** Entries that moderators get when they do not say, and at most. */
  private static final PageLimit LIMIT = new PageLimit(100, 200);

  private static final Set<String> PAGING = Set.of("limit", "max_id", "since_id", "min_id");

  private final Origin origin;

  public Pages(Origin origin) {
    this.origin = origin;
  }

  /**
   * Which part of a list is wanted.
   *
   * @param filters all that the list understands: any other would be ignored and widen the answer
   */
  static IdRange cut(Params params, Set<String> filters) {
    for (String name : params.names()) {
      if (!filters.contains(name) && !PAGING.contains(name)) {
        throw ApiException.invalid("Filter %s is not known".formatted(name));
      }
    }
    Page page = params.page(LIMIT);
    return new IdRange(page.newerThan(), page.olderThan(), page.limit(), page.fromOldest());
  }

  <V, T> ResponseEntity<List<T>> of(
      HttpServletRequest request, List<V> views, Function<V, Object> id, Function<V, T> entity) {
    HttpHeaders headers = new HttpHeaders();
    LinkHeader.ofEntries(
            origin.at(request.getRequestURI()),
            Params.heeded(request),
            views.stream().map(view -> id.apply(view).toString()).toList())
        .ifPresent(link -> headers.add(HttpHeaders.LINK, link));
    return ResponseEntity.ok().headers(headers).body(views.stream().map(entity).toList());
  }
}
