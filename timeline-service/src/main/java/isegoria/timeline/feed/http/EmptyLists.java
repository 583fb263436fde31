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

  @GetMapping("/api/v1/conversations")
  List<Object> getConversations(Viewer viewer) {
    viewer.require("read:statuses");
    return List.of();
  }

  @GetMapping("/api/v1/announcements")
  List<Object> getAnnouncements(Viewer viewer) {
    viewer.account();
    return List.of();
  }

  @GetMapping({
    "/api/v1/trends",
    "/api/v1/trends/tags",
    "/api/v1/trends/statuses",
    "/api/v1/trends/links"
  })
  List<Object> getTrends() {
    return List.of();
  }
}
