package isegoria.tests.access;

import isegoria.api.endpoint.Endpoint;
import isegoria.tests.client.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls name, and the rest that makes a call a good one: a refusal of a bad one would show
 * nothing.
 *
 * @param byPath by the path in front of its first variable
 * @param byName for endpoints that name them in their query or body, by the name of the endpoint
 * @param queries by the name of the endpoint; {@code %s} stands for the thing
 * @param bodies the same, as JSON
 */
public record Things(
    Map<String, List<Thing>> byPath,
    Map<String, List<Thing>> byName,
    Map<String, String> queries,
    Map<String, String> bodies) {

  /** What all may read is its owner's alone to change. */
  private static final Set<String> CHANGES = Set.of("PUT", "DELETE");

  public Things {
    byPath = Map.copyOf(byPath);
    byName = Map.copyOf(byName);
    queries = Map.copyOf(queries);
    bodies = Map.copyOf(bodies);
  }

  List<Thing> of(Endpoint endpoint) {
    List<Thing> named = byName.get(endpoint.name());
    if (named != null) {
      return named;
    }
    int variable = endpoint.path().indexOf('{');
    if (variable < 0) {
      return List.of(Thing.NONE);
    }
    if (endpoint.unbuilt() != null) {
      return List.of(Thing.ANY);
    }
    List<Thing> things = byPath.get(endpoint.path().substring(0, variable));
    if (things == null) {
      throw new IllegalStateException(endpoint.name() + ": nothing to ask for (expected: a thing)");
    }
    return things.stream().map(thing -> asSeenBy(endpoint, thing)).toList();
  }

  private static Thing asSeenBy(Endpoint endpoint, Thing thing) {
    return CHANGES.contains(endpoint.method()) ? Thing.hidden(thing.name(), thing.id()) : thing;
  }

  Call call(Endpoint endpoint, Thing thing, @Nullable String token) {
    String query = queries.getOrDefault(endpoint.name(), "").replace("%s", thing.id());
    Call call = Call.of(endpoint.method(), endpoint.example(thing.id()) + query).as(token);
    String body = bodies.get(endpoint.name());
    return body == null ? call : call.body("application/json", body.replace("%s", thing.id()));
  }
}
