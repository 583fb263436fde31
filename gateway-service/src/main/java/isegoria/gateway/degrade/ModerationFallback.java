package isegoria.gateway.degrade;

import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * moderation-service is down: 503. A report must not seem filed when it is not, and "no rules" is
 * not a thing to say about this place. Enforcement goes on: every service has its own copy.
 */
final class ModerationFallback implements FallbackResponse {
  @Override
  public Optional<String> to(HttpMethod method, String path) {
    return Optional.empty();
  }
}
