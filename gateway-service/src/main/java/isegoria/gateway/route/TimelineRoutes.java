package isegoria.gateway.route;

import static isegoria.gateway.upstream.Upstream.TIMELINE;

import java.util.List;

/** Feeds, and what tells a reader of news: timeline-service. */
final class TimelineRoutes {
  static List<ClientRoute> of(RouteKind.All kinds) {
    RouteKind call = kinds.call();
    return List.of(
        call.route("timeline-account-feed", TIMELINE, "/api/v1/accounts/{id}/statuses"),
        call.route("timeline-feeds", TIMELINE, "/api/v1/timelines/**"),
        call.route(
            "timeline-inbox",
            TIMELINE,
            "/api/v1/notifications/**",
            "/api/v2/notifications/**",
            "/api/v2_alpha/notifications/**",
            "/api/v1/push/**",
            "/api/v1/conversations/**"),
        call.route("timeline-announcements", TIMELINE, "/api/v1/announcements/**"),
        call.route("timeline-trends", TIMELINE, "/api/v1/trends/**"),
        call.route("timeline-streaming-health", TIMELINE, "/api/v1/streaming/health"),
        kinds.stream().route("timeline-streaming", TIMELINE, "/api/v1/streaming/**"));
  }

  private TimelineRoutes() {}
}
