package isegoria.edge;

import isegoria.api.error.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Guards {@code /internal/**}: only who can read the secrets folder may ask. Everybody else learns
 * no more than that the route is not for them.
 */
public final class InternalSecret implements HandlerInterceptor {

  public static final String HEADER = "X-Isegoria-Internal";

  private final SecretFile file;

  public InternalSecret(Path secretsDir) {
    this.file = new SecretFile(secretsDir, "internal-secret");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object target) {
    if (!matches(request.getHeader(HEADER))) {
      throw new ApiException(Problem.NOT_ALLOWED);
    }
    return true;
  }

  /** Takes as long for a wrong secret as for the right one. */
  boolean matches(@Nullable String given) {
    String secret = file.text();
    return given != null
        && secret != null
        && !secret.isEmpty()
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
  }
}
