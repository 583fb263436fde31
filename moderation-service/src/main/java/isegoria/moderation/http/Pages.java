package isegoria.moderation.http;

import isegoria.api.Origin;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.edge.Params;
import isegoria.moderation.read.listing.IdRange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Pages of the moderators' lists, with their Link header. */
public final class Pages {

  /** Entries that moderators get when they do not say, and at most. */
  private static final PageLimit LIMIT = new PageLimit(100, 200);

  private final Origin origin;

  public Pages(Origin origin) {
    this.origin = origin;
  }

  static IdRange cut(Params params) {
    Page page = params.page(LIMIT);
    return new IdRange(page.newerThan(), page.olderThan(), page.limit(), page.fromOldest());
  }

  <V, T> ResponseEntity<List<T>> of(
      HttpServletRequest request, List<V> views, Function<V, Object> id, Function<V, T> entity) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> query.put(name, Arrays.asList(values)));
    HttpHeaders headers = new HttpHeaders();
    LinkHeader.ofEntries(
            origin.at(request.getRequestURI()),
            query,
            views.stream().map(view -> id.apply(view).toString()).toList())
        .ifPresent(link -> headers.add(HttpHeaders.LINK, link));
    return ResponseEntity.ok().headers(headers).body(views.stream().map(entity).toList());
  }
}
