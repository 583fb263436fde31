package isegoria.edge;

import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.decide.DeciderApp;
import isegoria.eventsourcing.wire.Reply;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Where an operator looks at an aggregate that this instance stores, and releases one that is
 * quarantined. Credentials and tokens are in no aggregate; words are. The key comes in the body: a
 * path would go to the access log.
 */
@RestController
@RequestMapping("/internal/operator/aggregates")
public final class AggregatesResource {

  private final DeciderApp decider;

  AggregatesResource(DeciderApp decider) {
    this.decider = decider;
  }

  /** Which aggregate. */
  public record KeyRequest(String key) {}

  /** The aggregate as it is stored; 404 where another instance stores it, or none does. */
  @PostMapping("/show")
  public JsonNode show(@RequestBody KeyRequest wanted) {
    return decider.stored(checked(wanted)).orElseThrow(ApiException::notFound);
  }

  /** Has a quarantined aggregate take commands again. */
  @PostMapping("/release")
  public Map<String, String> release(@RequestBody KeyRequest wanted, CommandContext context)
      throws InterruptedException {
    String key = checked(wanted);
    try {
      if (decider.release(key, context) instanceof Reply.Accepted<?, ?, ?>) {
        return Map.of("released", key);
      }
    } catch (IllegalArgumentException ofNoType) {
      throw ApiException.notFound();
    }
    throw ApiException.unavailable();
  }

  private static String checked(KeyRequest wanted) {
    String key = wanted.key();
    if (key == null || key.indexOf('/') < 1) {
      throw ApiException.wrong("key", "OWNER/TYPE or OWNER/TYPE/ID");
    }
    return key;
  }
}
