package isegoria.gateway.instance;

import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.endpoint.Unbuilt;
import isegoria.gateway.route.RouteTable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The honest answers of the endpoints that clients know, no service owns and the gateway has
 * nothing to say about yet. All of them are public.
 */
public final class UnbuiltRoutes {
  private UnbuiltRoutes() {}

  public static RouterFunction<ServerResponse> of(RouteTable routes) {
    RouterFunctions.Builder answers = RouterFunctions.route();
    for (Endpoint endpoint : Endpoints.all()) {
      Unbuilt answer = endpoint.unbuilt();
      if (answer != null && isOwn(endpoint, routes)) {
        answers.route(
            InstanceRoutes.read(endpoint.path()),
            _ -> InstanceRoutes.json(answer.status(), answer.body()));
      }
    }
    return answers.build();
  }

  private static boolean isOwn(Endpoint endpoint, RouteTable routes) {
    return routes
        .routeOf(
            HttpMethod.valueOf(endpoint.method()), PathContainer.parsePath(endpoint.example("1")))
        .isEmpty();
  }
}
