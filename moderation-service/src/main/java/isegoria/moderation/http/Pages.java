package isegoria.moderation.http;

import isegoria.api.Origin;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.api.paging.PageOf;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
  static Page page(Params params, Set<String> filters) {
    for (String name : params.names()) {
      if (!filters.contains(name) && !PAGING.contains(name)) {
        throw ApiException.invalid("Filter %s is not known".formatted(name));
      }
    }
    return params.page(LIMIT);
  }

  <V, T> ResponseEntity<List<T>> of(
      HttpServletRequest request,
      Page page,
      PageOf<V> views,
      ToLongFunction<V> id,
      Function<V, T> entity) {
    HttpHeaders headers = new HttpHeaders();
    LinkHeader.ofEntries(
            origin.at(request.getRequestURI()), Params.heeded(request), views.cursors(page, id))
        .ifPresent(link -> headers.add(HttpHeaders.LINK, link));
    return ResponseEntity.ok().headers(headers).body(views.map(entity).entries());
  }
}
