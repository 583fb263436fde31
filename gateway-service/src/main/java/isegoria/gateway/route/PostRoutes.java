package isegoria.gateway.route;

import static isegoria.gateway.upstream.Upstream.POST;

import java.util.List;

/** Posts and what people do with them: post-service. */
final class PostRoutes {
  static List<ClientRoute> of(RouteKind.All kinds) {
    RouteKind call = kinds.call();
    return List.of(
        call.route(
            "post-posts",
            POST,
            "/api/v1/statuses/**",
            "/api/v1/polls/**",
            "/api/v1/scheduled_statuses/**"),
        call.route("post-media", POST, "/api/v1/media/**", "/api/v2/media", "/api/oembed"),
        call.route("post-engagements", POST, "/api/v1/favourites", "/api/v1/bookmarks"));
  }

  private PostRoutes() {}
}
