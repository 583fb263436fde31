package isegoria.timeline.notification.http;

import isegoria.api.Origin;
import isegoria.api.entity.Notification;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.timeline.notification.write.InboxCommand.Clear;
import isegoria.timeline.notification.write.InboxCommand.Dismiss;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An account's notifications, one by one. */
@RestController
@ConditionalOnRole(Role.SERVE)
final class NotificationList {

  static final PageLimit UNREAD = new PageLimit(100, 1_000);

  private final GetNotifications notifications;
  private final InboxActions actions;
  private final Origin origin;

  NotificationList(GetNotifications notifications, InboxActions actions, Origin origin) {
    this.notifications = notifications;
    this.actions = actions;
    this.origin = origin;
  }

  @GetMapping("/api/v1/notifications")
  ResponseEntity<List<Notification>> getNotifications(
      Viewer viewer, Params params, HttpServletRequest request) {
    long owner = viewer.require("read:notifications").value();
    Page page = params.page(PageLimit.NOTIFICATIONS);
    Filled<Notification> found = notifications.page(owner, Choice.of(params), page);
    var answer = ResponseEntity.ok();
    LinkHeader.ofEntries(
            origin.at(request.getRequestURI()),
            Params.heeded(request),
            found.cursors(page, each -> Long.parseLong(each.id())))
        .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    return answer.body(found.shown());
  }

  @GetMapping("/api/v1/notifications/{id}")
  Notification getNotification(@PathVariable String id, Viewer viewer) {
    long owner = viewer.require("read:notifications").value();
    Notification found = notifications.one(owner, number(id));
    if (found == null) {
      throw ApiException.notFound();
    }
    return found;
  }

  @GetMapping("/api/v1/notifications/unread_count")
  Map<String, Object> getUnreadCount(Viewer viewer, Params params) {
    long owner = viewer.require("read:notifications").value();
    int limit = UNREAD.of(params.text("limit"));
    return Map.of("count", notifications.unread(owner, Choice.of(params), limit));
  }

  @PostMapping({"/api/v1/notifications/clear", "/api/v2/notifications/clear"})
  Map<String, Object> clear(Viewer viewer, CommandContext context) {
    actions.ask(actions.owner(viewer), new Clear(), context);
    return Map.of();
  }

  @PostMapping("/api/v1/notifications/{id}/dismiss")
  Map<String, Object> dismiss(@PathVariable String id, Viewer viewer, CommandContext context) {
    var owner = actions.owner(viewer);
    if (notifications.one(owner.value(), number(id)) == null) {
      throw ApiException.notFound();
    }
    actions.ask(owner, new Dismiss(number(id)), context);
    return Map.of();
  }

  private static long number(String id) {
    if (!id.matches("[1-9][0-9]{0,17}")) {
      throw ApiException.notFound();
    }
    return Long.parseLong(id);
  }
}
