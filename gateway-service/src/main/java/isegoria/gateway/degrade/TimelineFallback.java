package isegoria.gateway.degrade;

import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * timeline-service is down: 503 for feeds, since an empty page means "nothing more" to a client.
 * Trends and announcements are decoration and come back empty.
 */
final class TimelineFallback implements FallbackResponse {
  @Override
  public Optional<String> to(HttpMethod method, String path) {
    boolean decoration = path.startsWith("/api/v1/trends") || path.equals("/api/v1/announcements");
    return HttpMethod.GET.equals(method) && decoration ? Optional.of("[]") : Optional.empty();
  }
}
