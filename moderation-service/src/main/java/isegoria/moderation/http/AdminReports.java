package isegoria.moderation.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import isegoria.api.entity.AdminAccount;
import isegoria.api.entity.AdminReport;
import isegoria.api.entity.ReportCategory;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.read.listing.Scope;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.report.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The moderators' queue of reports. */
@RestController
final class AdminReports {

  private static final String READ = "admin:read:reports";
  private static final String WRITE = "admin:write:reports";

  private static final Set<String> FILTERS = Set.of("resolved", "account_id", "target_account_id");

  private final ModeratorAccess moderatorAccess;
  private final ModerationQueries records;
  private final ModerationActions actions;
  private final RuleBook rules;
  private final Pages pages;
  private final AccountEntities entities;

  AdminReports(
      ModeratorAccess moderatorAccess,
      ModerationQueries records,
      ModerationActions actions,
      RuleBook rules,
      Pages pages,
      AccountEntities entities) {
    this.moderatorAccess = moderatorAccess;
    this.records = records;
    this.actions = actions;
    this.rules = rules;
    this.pages = pages;
    this.entities = entities;
  }

  /** A report with the ids of its posts: this service has no posts, so it names them. */
  record Shown(
      @JsonUnwrapped AdminReport report, @JsonProperty("status_ids") List<String> statusIds) {}

  @GetMapping("/api/v1/admin/reports")
  ResponseEntity<List<Shown>> listReports(
      HttpServletRequest request, Params params, Viewer viewer) {
    moderatorAccess.moderator(viewer, READ);
    boolean resolved = params.flag("resolved", false);
    AccountId reporter = params.accountId("account_id");
    AccountId subject = params.accountId("target_account_id");
    Scope scope =
        subject != null
            ? Scope.reportsAbout(subject)
            : reporter != null ? Scope.reportsBy(reporter) : Scope.REPORTS;
    Page page = Pages.page(params, FILTERS);
    PageOf<ReportView> views =
        records.reports(
            scope,
            page,
            view ->
                view.resolved() == resolved
                    && (reporter == null || reporter.equals(view.reporter())));
    return pages.of(request, page, views, view -> view.id().value(), this::entity);
  }

  @GetMapping("/api/v1/admin/reports/{id}")
  Shown getReport(@PathVariable AccountId id, Viewer viewer) {
    moderatorAccess.moderator(viewer, READ);
    return entity(records.report(new ReportId(id.value())));
  }

  @PostMapping("/api/v1/admin/reports/{id}/resolve")
  Shown resolveReport(@PathVariable AccountId id, HttpServletRequest request, Viewer viewer)
      throws InterruptedException {
    Moderator by = moderatorAccess.moderator(viewer, WRITE);
    ReportView report = records.report(new ReportId(id.value()));
    actions.resolve(request, viewer, by, report, Verdict.NO_ACTION);
    return entity(records.report(report.id()));
  }

  private Shown entity(ReportView view) {
    AdminReport report =
        new AdminReport(
            view.id().toString(),
            view.resolved(),
            view.resolved() ? view.updatedAt() : null,
            ReportCategory.valueOf(view.category().name()),
            view.comment(),
            false,
            view.createdAt(),
            view.updatedAt(),
            account(view.reporter()),
            account(view.subject()),
            null,
            null,
            List.of(),
            rules.named(view.rules()));
    return new Shown(report, view.posts().stream().map(PostId::toString).toList());
  }

  private AdminAccount account(AccountId id) {
    return entities.administered(records.accountOrGone(id), records.kindsInForce(id));
  }
}
