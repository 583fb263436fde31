package isegoria.gateway.route;

import static isegoria.gateway.route.ClientRoute.route;
import static isegoria.gateway.upstream.Upstream.MODERATION;

import java.util.List;

/** Reports, sanctions, the rules: moderation-service. */
final class ModerationRoutes {
  static final List<ClientRoute> ROUTES =
      List.of(
          route("moderation-reports", MODERATION, "/api/v1/reports/**"),
          route("moderation-admin", MODERATION, "/api/v1/admin/**", "/api/v2/admin/**"),
          route("moderation-rules", MODERATION, "/api/v1/instance/rules"));

  private ModerationRoutes() {}
}
