package isegoria.moderation.http;

import isegoria.accounts.KnownAccount;
import isegoria.api.paging.Page;
import isegoria.api.paging.PageOf;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.moderation.read.listing.Scope;
import isegoria.moderation.read.report.ReportView;
import isegoria.moderation.read.sanction.SanctionView;
import isegoria.moderation.write.Authority;
import isegoria.moderation.write.Moderator;
import isegoria.moderation.write.report.ReportId;
import isegoria.moderation.write.report.Verdict;
import isegoria.moderation.write.sanction.Kind;
import isegoria.moderation.write.sanction.SanctionId;
import isegoria.moderation.write.sanction.Terms;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sanctions as this platform means them, beyond the client API: rule, reason, end, and all kinds.
 */
@RestController
final class AdminSanctions {

  private static final String READ = "admin:read:accounts";
  private static final String WRITE = "admin:write:accounts";

  private static final Set<String> FILTERS = Set.of("subject_id", "in_force");

  private final ModeratorAccess moderatorAccess;
  private final ModerationQueries records;
  private final ModerationActions actions;
  private final Drafts drafts;
  private final Pages pages;

  AdminSanctions(
      ModeratorAccess moderatorAccess,
      ModerationQueries records,
      ModerationActions actions,
      Drafts drafts,
      Pages pages) {
    this.moderatorAccess = moderatorAccess;
    this.records = records;
    this.actions = actions;
    this.drafts = drafts;
    this.pages = pages;
  }

  @PostMapping("/api/v1/admin/sanctions")
  SanctionEntity impose(HttpServletRequest request, Params params, Viewer viewer)
      throws InterruptedException {
    Moderator by = moderatorAccess.moderator(viewer, WRITE);
    params.required("subject_id");
    AccountId id = params.accountId("subject_id");
    if (id == null) {
      throw ApiException.missing("subject_id");
    }
    KnownAccount subject = records.arrivingAccount(id);
    ReportId reportId = Drafts.reportId(params);
    ReportView report = reportId == null ? null : records.report(reportId);
    if (report != null && !report.subject().equals(id)) {
      throw ApiException.invalid("Report is about another account");
    }
    String reason = params.has("reason") ? params.text("reason") : params.text("text");
    Terms terms = drafts.read(params, id, Kind.named(params.text("kind", "")), reason, reportId);
    records.requireOwnPost(terms);
    Authority authority = Authority.named(subject.profile().role());
    SanctionView imposed = actions.impose(request, viewer, by, terms, authority);
    if (report != null) {
      actions.resolve(request, viewer, by, report, Verdict.SANCTIONED);
    }
    return SanctionEntity.of(imposed, records.now());
  }

  @GetMapping("/api/v1/admin/sanctions")
  ResponseEntity<List<SanctionEntity>> listSanctions(
      HttpServletRequest request, Params params, Viewer viewer) {
    moderatorAccess.moderator(viewer, READ);
    AccountId subject = params.accountId("subject_id");
    Boolean inForce = params.flag("in_force");
    Instant now = records.now();
    Page page = Pages.page(params, FILTERS);
    PageOf<SanctionView> views =
        records.sanctions(
            subject == null ? Scope.SANCTIONS : Scope.sanctionsOn(subject),
            page,
            view -> inForce == null || inForce == view.isInForceAt(now));
    return pages.of(
        request, page, views, view -> view.id().value(), view -> SanctionEntity.of(view, now));
  }

  @GetMapping("/api/v1/admin/sanctions/{id}")
  SanctionEntity getSanction(@PathVariable AccountId id, Viewer viewer) {
    moderatorAccess.moderator(viewer, READ);
    return SanctionEntity.of(records.sanction(new SanctionId(id.value())), records.now());
  }

  @PostMapping("/api/v1/admin/sanctions/{id}/lift")
  SanctionEntity lift(@PathVariable AccountId id, HttpServletRequest request, Viewer viewer)
      throws InterruptedException {
    Moderator by = moderatorAccess.moderator(viewer, WRITE);
    SanctionView sanction = records.sanction(new SanctionId(id.value()));
    return SanctionEntity.of(actions.lift(request, viewer, by, sanction), records.now());
  }
}
