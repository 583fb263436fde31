package isegoria.gateway.degrade;

import java.util.Optional;
import org.springframework.http.HttpMethod;

/**
 * The response in an upstream's place when it cannot answer: a JSON text with status 200, or, when
 * empty, 503 with Retry-After. An empty list is only ever served for what is decoration; for
 * anything a person relies on it would be a lie that clients store.
 */
@FunctionalInterface
interface FallbackResponse {
  Optional<String> to(HttpMethod method, String path);
}
