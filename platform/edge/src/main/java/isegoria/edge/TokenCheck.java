package isegoria.edge;

import isegoria.api.error.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Checks the token of every request that has one: public or not, a bad token is 401. */
final class TokenCheck implements HandlerInterceptor {

  private static final String ATTRIBUTE = Viewer.class.getName();

  private static final String SCHEME = "Bearer ";

  private final PhantomTokens tokens;

  TokenCheck(PhantomTokens tokens) {
    this.tokens = tokens;
  }

  static Viewer viewer(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Viewer viewer ? viewer : Viewer.ANONYMOUS;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object target) {
    String header = request.getHeader("Authorization");
    if (header == null || header.regionMatches(true, 0, "Basic ", 0, 6)) {
      // Apps show their secret by Basic at the token endpoint: not a person's token.
      return true;
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new ApiException(Problem.TOKEN_INVALID);
    }
    request.setAttribute(ATTRIBUTE, tokens.viewer(header.substring(SCHEME.length()).strip()));
    return true;
  }
}
