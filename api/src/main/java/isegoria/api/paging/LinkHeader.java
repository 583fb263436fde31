package isegoria.api.paging;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Link} header under a page: the same request with other cursors. Clients match it with
 * a regular expression, so {@code next} comes first and one space follows each mark.
 */
public final class LinkHeader {

  /**
   * Characters of the whole header: half of what a client's 8 kB of headers may hold. One that does
   * not fit is left out, since a shorter one would lead to another list.
   */
  static final int CHARS_MAX = 4_096;

  private static final Set<String> CURSORS = Set.of("max_id", "since_id", "min_id", "offset");

  private LinkHeader() {}

  /**
   * For lists whose cursor is the entity's own id; empty page, no header.
   *
   * @param url absolute, without a query
   */
  public static Optional<String> ofEntries(
      String url, Map<String, List<String>> params, List<String> idsNewestFirst) {
    if (idsNewestFirst.isEmpty()) {
      return Optional.empty();
    }
    return join(
        link(url, params, "max_id", idsNewestFirst.getLast(), "next"),
        link(url, params, "min_id", idsNewestFirst.getFirst(), "prev"));
  }

  /**
   * For lists whose cursor is a row of their own: {@code next} only where the page was full.
   *
   * @param url absolute, without a query
   * @param back the cursor of {@code prev}: {@code min_id} leads to the page next to this one,
   *     {@code since_id} to the newest page
   */
  public static Optional<String> ofRows(
      String url,
      Map<String, List<String>> params,
      List<String> rowsNewestFirst,
      boolean pageIsFull,
      String back) {
    if (rowsNewestFirst.isEmpty()) {
      return Optional.empty();
    }
    String next =
        pageIsFull ? link(url, params, "max_id", rowsNewestFirst.getLast(), "next") : null;
    String previous = link(url, params, back, rowsNewestFirst.getFirst(), "prev");
    return join(next, previous);
  }

  private static Optional<String> join(@Nullable String next, String previous) {
    String header = next == null ? previous : next + ", " + previous;
    return header.length() > CHARS_MAX ? Optional.empty() : Optional.of(header);
  }

  private static String link(
      String url, Map<String, List<String>> params, String cursor, String value, String relation) {
    var query = new StringJoiner("&", "?", "");
    params.forEach((name, given) -> {
      if (!CURSORS.contains(name)) {
        given.forEach(each -> query.add(encoded(name) + "=" + encoded(each)));
      }
    });
    query.add(cursor + "=" + encoded(value));
    return "<" + url + query + ">; rel=\"" + relation + "\"";
  }

  private static String encoded(String raw) {
    return URLEncoder.encode(raw, StandardCharsets.UTF_8);
  }
}
