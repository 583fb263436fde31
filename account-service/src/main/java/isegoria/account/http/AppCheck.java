package isegoria.account.http;

import isegoria.account.crypto.RandomText;
import isegoria.account.read.login.App;
import isegoria.account.read.login.Apps;
import isegoria.api.error.OAuthProblem;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Identifies the app by its id and secret, in the body or as HTTP Basic. */
final class AppCheck {

  private static final String BASIC = "Basic ";

  private AppCheck() {}

  static App require(Apps apps, HttpServletRequest request, Params params) {
    String[] basic = basic(request.getHeader(HttpHeaders.AUTHORIZATION));
    String clientId = basic == null ? params.text("client_id") : basic[0];
    String secret = basic == null ? params.text("client_secret") : basic[1];
    if (clientId == null || secret == null) {
      throw new ApiException(OAuthProblem.INVALID_CLIENT);
    }
    return apps.byClientId(clientId)
        .filter(app -> RandomText.same(app.secretHash(), RandomText.hash(secret)))
        .orElseThrow(() -> new ApiException(OAuthProblem.INVALID_CLIENT));
  }

  private static String @Nullable [] basic(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String[] words = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return words.length == 2
          ? new String[] {
            URLDecoder.decode(words[0], StandardCharsets.UTF_8),
            URLDecoder.decode(words[1], StandardCharsets.UTF_8)
          }
          : null;
    } catch (IllegalArgumentException unreadable) {
      throw new ApiException(OAuthProblem.INVALID_CLIENT);
    }
  }
}
