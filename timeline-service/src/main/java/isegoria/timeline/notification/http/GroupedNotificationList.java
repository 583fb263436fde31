package isegoria.timeline.notification.http;

import isegoria.api.Origin;
import isegoria.api.entity.Account;
import isegoria.api.entity.GroupedNotifications;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.timeline.notification.write.InboxCommand.DismissGroup;
import isegoria.timeline.notification.write.NotificationType;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** An account's notifications in groups. */
@RestController
@ConditionalOnRole(Role.SERVE)
final class GroupedNotificationList {

  private static final String WHOLE = "full";
  private static final String PARTLY = "partial_avatars";

  private final GetGroups groups;
  private final InboxActions actions;
  private final Origin origin;

  GroupedNotificationList(GetGroups groups, InboxActions actions, Origin origin) {
    this.groups = groups;
    this.actions = actions;
    this.origin = origin;
  }

  @GetMapping("/api/v2/notifications")
  ResponseEntity<GroupedNotifications> getGroups(
      Viewer viewer, Params params, HttpServletRequest request) {
    long owner = viewer.require("read:notifications").value();
    Page page = params.page(PageLimit.NOTIFICATIONS);
    boolean partly = partly(params);
    Filled<ShownGroup> found = groups.page(owner, Choice.of(params), grouped(params), page);
    var answer = ResponseEntity.ok();
    LinkHeader.ofEntries(
            origin.at(request.getRequestURI()),
            Params.heeded(request),
            found.cursors(page, ShownGroup::place))
        .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    return answer.body(ShownGroup.page(found.shown(), partly));
  }

  @GetMapping("/api/v2/notifications/unread_count")
  Map<String, Object> getUnreadCount(Viewer viewer, Params params) {
    long owner = viewer.require("read:notifications").value();
    int limit = NotificationList.UNREAD.of(params.text("limit"));
    return Map.of("count", groups.unread(owner, Choice.of(params), grouped(params), limit));
  }

  @GetMapping("/api/v2/notifications/{key}")
  GroupedNotifications getGroup(@PathVariable String key, Viewer viewer) {
    long owner = viewer.require("read:notifications").value();
    return ShownGroup.page(List.of(required(owner, key)), /* partly= */ false);
  }

  /** Clients ask with a scope for writing, as the reference says; one for reading is enough. */
  @GetMapping("/api/v2/notifications/{key}/accounts")
  List<Account> getAccounts(@PathVariable String key, Viewer viewer) {
    long owner = viewer.require("read:notifications", "write:notifications").value();
    var _ = required(owner, key);
    return groups.accounts(owner, key);
  }

  @PostMapping("/api/v2/notifications/{key}/dismiss")
  Map<String, Object> dismiss(@PathVariable String key, Viewer viewer, CommandContext context) {
    var owner = actions.owner(viewer);
    var _ = required(owner.value(), key);
    actions.ask(owner, new DismissGroup(key), context);
    return Map.of();
  }

  private ShownGroup required(long owner, String key) {
    ShownGroup found = groups.one(owner, key);
    if (found == null) {
      throw ApiException.notFound();
    }
    return found;
  }

  private static Set<NotificationType> grouped(Params params) {
    List<String> asked = params.list("grouped_types");
    return asked.isEmpty() ? EnumSet.allOf(NotificationType.class) : Choice.known(asked);
  }

  private static boolean partly(Params params) {
    String asked = params.text("expand_accounts", WHOLE);
    if (!asked.equals(WHOLE) && !asked.equals(PARTLY)) {
      throw ApiException.wrong("expand_accounts", WHOLE + " or " + PARTLY);
    }
    return asked.equals(PARTLY);
  }
}
