package isegoria.timeline.notification.http;

import isegoria.api.Origin;
import isegoria.api.entity.NotificationRequest;
import isegoria.api.paging.LinkHeader;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageLimit;
import isegoria.edge.ApiException;
import isegoria.edge.CommandContexts;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.timeline.notification.http.GetRequests.Request;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Accept;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.Dismiss;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Senders whose mentions are kept apart, and what becomes of them. */
@RestController
@RequestMapping("/api/v1/notifications/requests")
@ConditionalOnRole(Role.SERVE)
final class NotificationRequests {

  /** Requests of one bulk call: each is a command. */
  private static final int BULK_MAX = 40;

  private final GetRequests requests;
  private final InboxActions actions;
  private final CommandContexts contexts;
  private final Origin origin;

  NotificationRequests(
      GetRequests requests, InboxActions actions, CommandContexts contexts, Origin origin) {
    this.requests = requests;
    this.actions = actions;
    this.contexts = contexts;
    this.origin = origin;
  }

  @GetMapping
  ResponseEntity<List<NotificationRequest>> getRequests(
      Viewer viewer, Params params, HttpServletRequest request) {
    long owner = viewer.require("read:notifications").value();
    Page page = params.page(PageLimit.NOTIFICATIONS);
    List<Request> found = page.of(requests.pending(owner), Request::sender);
    var answer = ResponseEntity.ok();
    LinkHeader.ofRows(
            origin.at(request.getRequestURI()),
            Params.heeded(request),
            found.stream().map(each -> Long.toString(each.sender())).toList(),
            found.size() >= page.limit(),
            "min_id")
        .ifPresent(link -> answer.header(HttpHeaders.LINK, link));
    return answer.body(requests.rendered(owner, found));
  }

  @GetMapping("/{id}")
  NotificationRequest getRequest(@PathVariable AccountId id, Viewer viewer) {
    long owner = viewer.require("read:notifications").value();
    Request found = requests.one(owner, id.value());
    List<NotificationRequest> rendered =
        found == null ? List.of() : requests.rendered(owner, List.of(found));
    if (rendered.isEmpty()) {
      throw ApiException.notFound();
    }
    return rendered.getFirst();
  }

  /** What was accepted is listed at once. */
  @GetMapping("/merged")
  Map<String, Object> getMerged(Viewer viewer) {
    viewer.require("read:notifications");
    return Map.of("merged", true);
  }

  @PostMapping("/{id}/accept")
  Map<String, Object> accept(
      @PathVariable AccountId id, Viewer viewer, HttpServletRequest request) {
    return decide(List.of(id), viewer, request, NotificationRequests::accepting);
  }

  @PostMapping("/{id}/dismiss")
  Map<String, Object> dismiss(
      @PathVariable AccountId id, Viewer viewer, HttpServletRequest request) {
    return decide(List.of(id), viewer, request, NotificationRequests::dismissing);
  }

  @PostMapping("/accept")
  Map<String, Object> acceptAll(Viewer viewer, Params params, HttpServletRequest request) {
    return decide(params.accountIds("id"), viewer, request, NotificationRequests::accepting);
  }

  @PostMapping("/dismiss")
  Map<String, Object> dismissAll(Viewer viewer, Params params, HttpServletRequest request) {
    return decide(params.accountIds("id"), viewer, request, NotificationRequests::dismissing);
  }

  private static InboxSettingsCommand accepting(Request request) {
    return new Accept(new AccountId(request.sender()));
  }

  private static InboxSettingsCommand dismissing(Request request) {
    return new Dismiss(new AccountId(request.sender()), request.newest());
  }

  /** All of them, or none where one is not pending. */
  private Map<String, Object> decide(
      List<AccountId> senders,
      Viewer viewer,
      HttpServletRequest request,
      Function<Request, InboxSettingsCommand> command) {
    AccountId owner = actions.owner(viewer);
    if (senders.size() > BULK_MAX) {
      throw ApiException.wrong("id", "at most " + BULK_MAX + " ids");
    }
    List<Request> pending =
        requests.pending(owner.value()).stream()
            .filter(each -> senders.contains(new AccountId(each.sender())))
            .toList();
    if (pending.size() < senders.size()) {
      throw ApiException.notFound();
    }
    for (Request each : pending) {
      actions.ask(
          owner, command.apply(each), contexts.of(request, viewer, Long.toString(each.sender())));
    }
    return Map.of();
  }
}
