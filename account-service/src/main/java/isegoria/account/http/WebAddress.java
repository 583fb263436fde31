package isegoria.account.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses may be stored, since every one of them ends as a link or a redirect. */
final class WebAddress {

  private static final Set<String> WEB = Set.of("http", "https");

  /** Schemes that run or hold a document of their own instead of leading to an app. */
  private static final Set<String> NOT_REDIRECTED_TO =
      Set.of(
          "about", "blob", "data", "file", "filesystem", "javascript", "vbscript", "view-source");

  private WebAddress() {}

  /** A page on the web. */
  static boolean isOne(String text) {
    URI uri = parsed(text);
    return uri != null && WEB.contains(scheme(uri)) && isOnTheWeb(uri);
  }

  /** An app's own scheme, the out-of-band URN or a page on the web; without a fragment. */
  static boolean isRedirectUri(String text) {
    URI uri = parsed(text);
    return uri != null
        && uri.isAbsolute()
        && uri.getRawFragment() == null
        && !NOT_REDIRECTED_TO.contains(scheme(uri))
        && (!WEB.contains(scheme(uri)) || isOnTheWeb(uri));
  }

  /** What stands before an @ poses as the host. */
  private static boolean isOnTheWeb(URI uri) {
    String authority = uri.getRawAuthority();
    return authority != null && !authority.isEmpty() && authority.indexOf('@') < 0;
  }

  private static String scheme(URI uri) {
    String scheme = uri.getScheme();
    return scheme == null ? "" : scheme.toLowerCase(Locale.ROOT);
  }

  private static @Nullable URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      return null;
    }
  }
}
