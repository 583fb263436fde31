package isegoria.moderation.http;

import isegoria.accounts.KnownAccount;
import isegoria.api.entity.AdminAccount;
import isegoria.api.paging.Page;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.report.Verdict;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.Terms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts as moderators see them, and the client API's way to act on them. */
@RestController
final class AdminAccounts {

  private static final String READ = "admin:read:accounts";
  private static final String WRITE = "admin:write:accounts";

  private final ModeratorAccess moderatorAccess;
  private final ModerationQueries records;
  private final ModerationActions actions;
  private final Drafts drafts;
  private final Pages pages;
  private final AccountFilter filter;
  private final AccountEntities entities;

  AdminAccounts(
      ModeratorAccess moderatorAccess,
      ModerationQueries records,
      ModerationActions actions,
      Drafts drafts,
      Pages pages,
      AccountFilter filter,
      AccountEntities entities) {
    this.moderatorAccess = moderatorAccess;
    this.records = records;
    this.actions = actions;
    this.drafts = drafts;
    this.pages = pages;
    this.filter = filter;
    this.entities = entities;
  }

  @GetMapping({"/api/v1/admin/accounts", "/api/v2/admin/accounts"})
  ResponseEntity<List<AdminAccount>> listAccounts(
      HttpServletRequest request, Params params, Viewer viewer) {
    moderatorAccess.moderator(viewer, READ);
    Page page = Pages.page(params, AccountFilter.NAMES);
    return pages.of(
        request, page, filter.accounts(params, page), view -> view.profile().id(), this::entity);
  }

  @GetMapping("/api/v1/admin/accounts/{id}")
  AdminAccount getAccount(@PathVariable AccountId id, Viewer viewer) {
    moderatorAccess.moderator(viewer, READ);
    return entity(records.account(id));
  }

  @PostMapping("/api/v1/admin/accounts/{id}/action")
  Map<String, Object> act(
      @PathVariable AccountId id, HttpServletRequest request, Params params, Viewer viewer)
      throws InterruptedException {
    Moderator by = moderatorAccess.moderator(viewer, WRITE);
    String type = params.required("type");
    KnownAccount subject = records.arrivingAccount(id);
    ReportView report = report(params, id);
    if (type.equals("none")) {
      if (report != null) {
        actions.resolve(request, viewer, by, report, Verdict.NO_ACTION);
      }
      return Map.of();
    }
    ReportId reportId = report == null ? null : report.id();
    Terms terms = drafts.read(params, id, kind(type), params.text("text"), reportId);
    records.requireOwnPost(terms);
    actions.impose(request, viewer, by, terms, Authority.named(subject.profile().role()));
    if (report != null) {
      actions.resolve(request, viewer, by, report, Verdict.SANCTIONED);
    }
    return Map.of();
  }

  @PostMapping("/api/v1/admin/accounts/{id}/enable")
  AdminAccount enable(@PathVariable AccountId id, HttpServletRequest request, Viewer viewer)
      throws InterruptedException {
    return lift(id, Kind.FREEZE, request, viewer);
  }

  @PostMapping("/api/v1/admin/accounts/{id}/unsilence")
  AdminAccount unsilence(@PathVariable AccountId id, HttpServletRequest request, Viewer viewer)
      throws InterruptedException {
    return lift(id, Kind.LIMIT, request, viewer);
  }

  @PostMapping("/api/v1/admin/accounts/{id}/unsuspend")
  AdminAccount unsuspend(@PathVariable AccountId id, HttpServletRequest request, Viewer viewer)
      throws InterruptedException {
    return lift(id, Kind.SUSPEND, request, viewer);
  }

  private AdminAccount lift(AccountId id, Kind kind, HttpServletRequest request, Viewer viewer)
      throws InterruptedException {
    Moderator by = moderatorAccess.moderator(viewer, WRITE);
    KnownAccount subject = records.account(id);
    for (SanctionView sanction : records.inForce(id)) {
      if (sanction.kind() == kind) {
        actions.lift(request, viewer, by, sanction);
      }
    }
    return entity(subject);
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "disable" -> Kind.FREEZE;
      case "silence" -> Kind.LIMIT;
      case "suspend" -> Kind.SUSPEND;
      case "sensitive" ->
          throw ApiException.invalid(
              "Type sensitive is not a sanction here: remove the post instead");
      default -> throw ApiException.invalid("Type must be none, disable, silence or suspend");
    };
  }

  private @Nullable ReportView report(Params params, AccountId subject) {
    ReportId id = Drafts.reportId(params);
    if (id == null) {
      return null;
    }
    ReportView report = records.report(id);
    if (!report.subject().equals(subject)) {
      throw ApiException.invalid("Report is about another account");
    }
    return report;
  }

  private AdminAccount entity(KnownAccount view) {
    return entities.administered(view, records.kindsInForce(new AccountId(view.profile().id())));
  }
}
