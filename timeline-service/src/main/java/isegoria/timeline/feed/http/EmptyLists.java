package isegoria.timeline.feed.http;

import isegoria.edge.ReadsViews;
import isegoria.edge.Viewer;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists that clients request at their start and that this server has no entries for: they are
 * empty.
 */
@ReadsViews({})
@RestController
@ConditionalOnRole(Role.SERVE)
final class EmptyLists {

  @GetMapping("/api/v1/notifications")
  List<Object> getNotifications(Viewer viewer) {
    viewer.require("read:notifications");
    return List.of();
  }

  @GetMapping("/api/v1/notifications/unread_count")
  Map<String, Object> getUnreadCount(Viewer viewer) {
    viewer.require("read:notifications");
    return Map.of("count", 0);
  }
}
