package isegoria.timeline.notification.http;

import isegoria.api.entity.NotificationPolicySummary;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.timeline.notification.http.GetRequests.Request;
import isegoria.timeline.notification.write.settings.InboxSettingsCommand.SetPolicy;
import isegoria.timeline.notification.write.settings.NotificationPolicy;
import isegoria.timeline.notification.write.settings.PolicyLevel;
import isegoria.timeline.role.ConditionalOnRole;
import isegoria.timeline.role.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** From whom an account wants to be notified. */
@RestController
@ConditionalOnRole(Role.SERVE)
final class PolicyResource {

  private static final String PATH = "/api/v2/notifications/policy";

  private final Screens screens;
  private final GetRequests requests;
  private final InboxActions actions;

  PolicyResource(Screens screens, GetRequests requests, InboxActions actions) {
    this.screens = screens;
    this.requests = requests;
    this.actions = actions;
  }

  @GetMapping(PATH)
  NotificationPolicySummary getPolicy(Viewer viewer) {
    long owner = viewer.require("read:notifications").value();
    return rendered(owner, screens.of(owner).settings().policy());
  }

  @RequestMapping(
      path = PATH,
      method = {RequestMethod.PATCH, RequestMethod.PUT})
  NotificationPolicySummary setPolicy(Viewer viewer, Params params, CommandContext context) {
    AccountId owner = actions.owner(viewer);
    NotificationPolicy before = screens.of(owner.value()).settings().policy();
    var policy =
        new NotificationPolicy(
            level(params, "for_not_following", before.notFollowing()),
            level(params, "for_not_followers", before.notFollowers()),
            level(params, "for_new_accounts", before.newAccounts()),
            level(params, "for_private_mentions", before.privateMentions()),
            level(params, "for_limited_accounts", before.limitedAccounts()));
    actions.ask(owner, new SetPolicy(policy), context);
    return rendered(owner.value(), policy);
  }

  private static PolicyLevel level(Params params, String name, PolicyLevel before) {
    String word = params.text(name);
    return word == null
        ? before
        : PolicyLevel.ofWord(word)
            .orElseThrow(() -> ApiException.wrong(name, "accept, filter or drop"));
  }

  private NotificationPolicySummary rendered(long owner, NotificationPolicy policy) {
    List<Request> pending = requests.pending(owner);
    return new NotificationPolicySummary(
        policy.notFollowing().word(),
        policy.notFollowers().word(),
        policy.newAccounts().word(),
        policy.privateMentions().word(),
        policy.limitedAccounts().word(),
        new NotificationPolicySummary.Summary(
            pending.size(), pending.stream().mapToInt(Request::count).sum()));
  }
}
