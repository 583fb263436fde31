package isegoria.tests.client;

import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Has calls of one endpoint answered as they were answered before, and not sent: what a test that
 * looks at answers alone does not notice. Only the thread that asks for it is concerned.
 */
public final class SwallowedWrites {
  private static final ScopedValue<SwallowedWrites> CURRENT = ScopedValue.newInstance();

  private final String endpoint;
  private final Map<String, Answer> before;

  private SwallowedWrites(String endpoint, Map<String, Answer> before) {
    this.endpoint = endpoint;
    this.before = before;
  }

  /** The last success of each endpoint among some answers. */
  public static Map<String, Answer> successes(Iterable<Answer> answers) {
    var last = new ConcurrentHashMap<String, Answer>();
    for (Answer answer : answers) {
      if (answer.status() < 400) {
        last.put(endpointOf(answer.call()), answer);
      }
    }
    return last;
  }

  /** Runs something while calls of the endpoint are answered by what came before. */
  public static <X extends Throwable> void during(
      String endpoint, Map<String, Answer> before, CallRecord.Act<X> act) throws X {
    ScopedValue.where(CURRENT, new SwallowedWrites(endpoint, before))
        .<Boolean, X>call(() -> {
          act.run();
          return true;
        });
  }

  /** The answer to a call that is not to be sent; null for one that is. */
  static @Nullable Answer answerTo(Call call) {
    if (!CURRENT.isBound() || !endpointOf(call).equals(CURRENT.get().endpoint)) {
      return null;
    }
    Answer before = CURRENT.get().before.get(CURRENT.get().endpoint);
    return before == null
        ? null
        : new Answer(call, before.status(), before.headers(), before.body(), before.json());
  }

  private static String endpointOf(Call call) {
    String path = call.path().replaceFirst("\\?.*", "");
    return Endpoints.of(call.method(), path).map(Endpoint::name).orElse("");
  }
}
