package isegoria.gateway.route;

import static isegoria.gateway.route.ClientRoute.route;
import static isegoria.gateway.upstream.Upstream.TIMELINE;

import java.util.List;

/** Feeds, and what a reader keeps about them: timeline-service. */
final class TimelineRoutes {
  static final List<ClientRoute> ROUTES =
      List.of(
          route("timeline-account-feed", TIMELINE, "/api/v1/accounts/{id}/statuses"),
          route("timeline-feeds", TIMELINE, "/api/v1/timelines/**"),
          route(
              "timeline-inbox",
              TIMELINE,
              "/api/v1/notifications/**",
              "/api/v2/notifications/**",
              "/api/v1/conversations/**",
              "/api/v1/markers"),
          route(
              "timeline-reader",
              TIMELINE,
              "/api/v1/lists/**",
              "/api/v1/filters/**",
              "/api/v2/filters/**",
              "/api/v1/followed_tags",
              "/api/v1/tags/**",
              "/api/v1/announcements/**"),
          route("timeline-trends", TIMELINE, "/api/v1/trends/**"));

  private TimelineRoutes() {}
}
