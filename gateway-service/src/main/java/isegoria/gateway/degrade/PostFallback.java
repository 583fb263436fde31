package isegoria.gateway.degrade;

import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * post-service is down: 503 for everything. A post that is not shown may not be reported as absent,
 * and a write's outcome is unknown.
 */
final class PostFallback implements FallbackResponse {
  @Override
  public Optional<String> to(HttpMethod method, String path) {
    return Optional.empty();
  }
}
