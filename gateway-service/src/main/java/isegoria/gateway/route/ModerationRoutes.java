package isegoria.gateway.route;

import static isegoria.gateway.upstream.Upstream.MODERATION;

import java.util.List;

/** Reports, sanctions, the rules: moderation-service. */
final class ModerationRoutes {
  static List<ClientRoute> of(RouteKind.All kinds) {
    RouteKind call = kinds.call();
    return List.of(
        call.route("moderation-reports", MODERATION, "/api/v1/reports/**"),
        call.route("moderation-admin", MODERATION, "/api/v1/admin/**", "/api/v2/admin/**"),
        call.route("moderation-rules", MODERATION, "/api/v1/instance/rules"));
  }

  private ModerationRoutes() {}
}
