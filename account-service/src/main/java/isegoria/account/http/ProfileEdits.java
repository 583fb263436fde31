package isegoria.account.http;

import isegoria.account.read.account.Accounts;
import isegoria.account.read.relationship.Relationships;
import isegoria.account.read.relationship.TieList;
import isegoria.account.read.relationship.TieRow;
import isegoria.account.write.account.Account.Open;
import isegoria.account.write.account.AccountCommand;
import isegoria.account.write.relationship.RelationshipCommand;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.edge.ApiException;
import isegoria.edge.CommandContexts;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.service.ParallelTasks;
import isegoria.service.WriteAccess;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Changes of one's own profile and settings, and what follows from opening one's door. */
public final class ProfileEdits {

  /** Requests of one page, and of those how many are accepted at once. */
  private static final int REQUESTS_PER_PAGE = 400;

  private static final int AT_ONCE = 16;

  private final Accounts accounts;
  private final Relationships relationships;
  private final CommandSender commandSender;
  private final WriteAccess writeAccess;
  private final CommandContexts contexts;

  public ProfileEdits(
      Accounts accounts,
      Relationships relationships,
      CommandSender commandSender,
      WriteAccess writeAccess,
      CommandContexts contexts) {
    this.accounts = accounts;
    this.relationships = relationships;
    this.commandSender = commandSender;
    this.writeAccess = writeAccess;
    this.contexts = contexts;
  }

  /** The account afterwards. What was not sent stays as it is. */
  Open edit(Viewer viewer, Params params, HttpServletRequest request) {
    AccountId me = writeAccess.require(viewer, "write:accounts");
    ProfileParameters given = ProfileParameters.of(params);
    Open after =
        commandSender.account(
            me,
            new AccountCommand.EditProfile(given.profile()),
            contexts.of(request, viewer, "profile"));
    if (given.settings() != null) {
      after =
          commandSender.account(
              me,
              new AccountCommand.ChangeSettings(given.settings()),
              contexts.of(request, viewer, "settings"));
    }
    // Also when it was open before: an edit that was cut off goes on where it is repeated.
    if (params.has("locked") && !after.profile().locked()) {
      acceptAll(me, viewer, request);
    }
    return after;
  }

  /** An account that stops being locked accepts its pending requests. */
  private void acceptAll(AccountId me, Viewer viewer, HttpServletRequest request) {
    OptionalLong olderThan = OptionalLong.of(Page.NEWEST);
    while (olderThan.isPresent()) {
      var page = new Page(REQUESTS_PER_PAGE, olderThan.getAsLong(), Page.OLDEST, false);
      PageOf<TieRow> found = relationships.page(TieList.REQUESTER, me, page);
      List<TieRow> waiting = found.entries();
      Set<AccountId> open = accounts.byIds(waiting.stream().map(TieRow::other).toList()).keySet();
      ParallelTasks.forEach(
          waiting,
          AT_ONCE,
          each -> {
            AccountId other = each.other();
            CommandContext context = contexts.of(request, viewer, "accept " + other);
            // A closed account follows no one.
            answer(
                open.contains(other)
                    ? new RelationshipCommand.AcceptRequest(me, other, context.occurredAt())
                    : new RelationshipCommand.RejectRequest(me, other),
                context);
          });
      olderThan = found.next(page, TieRow::number);
    }
  }

  private void answer(RelationshipCommand command, CommandContext context) {
    try {
      commandSender.relationship(command, context);
    } catch (ApiException rejection) {
      // Who has taken the request back meanwhile is not waiting any more.
      if (rejection.status() >= 500) {
        throw rejection;
      }
    }
  }
}
