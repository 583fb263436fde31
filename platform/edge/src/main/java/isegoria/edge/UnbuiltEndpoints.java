package isegoria.edge;

import isegoria.api.endpoint.Endpoint;
import isegoria.api.endpoint.Endpoints;
import isegoria.api.endpoint.Unbuilt;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives an honest answer to every endpoint that clients know and no service has a resource for. A
 * resource takes the endpoint over by being there. These stand in the same mapping as the
 * resources, since a mapping that knows a path with another method answers 405 and asks no other.
 */
final class UnbuiltEndpoints implements SmartInitializingSingleton {

  private static final Method ANSWER =
      ClassUtils.getMethod(UnbuiltEndpoint.class, "answer", Viewer.class);

  private final RequestMappingHandlerMapping mappings;

  UnbuiltEndpoints(RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Set<String> taken = new HashSet<>();
    mappings.getHandlerMethods().keySet().forEach(resource -> addShapes(resource, taken));
    for (Endpoint endpoint : Endpoints.all()) {
      Unbuilt answer = endpoint.unbuilt();
      if (answer == null || endpoint.isStream()) {
        continue;
      }
      for (String method : endpoint.methods()) {
        if (taken.add(shape(method, endpoint.path()))) {
          register(method, endpoint, answer);
        }
      }
    }
  }

  private void register(String method, Endpoint endpoint, Unbuilt answer) {
    RequestMappingInfo info =
        RequestMappingInfo.paths(endpoint.path())
            .methods(RequestMethod.valueOf(method))
            .options(mappings.getBuilderConfiguration())
            .build();
    mappings.registerMapping(info, new UnbuiltEndpoint(endpoint.access(), answer), ANSWER);
  }

  private static void addShapes(RequestMappingInfo resource, Set<String> taken) {
    for (String path : resource.getPatternValues()) {
      resource
          .getMethodsCondition()
          .getMethods()
          .forEach(method -> taken.add(shape(method.name(), path)));
    }
  }

  private static String shape(String method, String path) {
    return method + " " + Endpoint.shape(path);
  }
}
