package isegoria.moderation.http;

import isegoria.accounts.KnownAccount;
import isegoria.api.entity.Report;
import isegoria.api.entity.ReportCategory;
import isegoria.api.text.Characters;
import isegoria.edge.ApiException;
import isegoria.edge.Params;
import isegoria.edge.Viewer;
import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.Category;
import isegoria.moderation.write.report.Comment;
import isegoria.moderation.write.report.Complaint;
import isegoria.moderation.write.report.ReportCommand.File;
import isegoria.moderation.write.report.ReportId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports by anybody about anybody else. */
@RestController
final class Reports {

  private final ModeratorAccess moderatorAccess;
  private final ModerationQueries records;
  private final ModerationActions actions;
  private final RuleBook rules;
  private final AccountEntities entities;

  Reports(
      ModeratorAccess moderatorAccess,
      ModerationQueries records,
      ModerationActions actions,
      RuleBook rules,
      AccountEntities entities) {
    this.moderatorAccess = moderatorAccess;
    this.records = records;
    this.actions = actions;
    this.rules = rules;
    this.entities = entities;
  }

  @PostMapping("/api/v1/reports")
  Report fileReport(HttpServletRequest request, Params params, Viewer viewer)
      throws InterruptedException {
    AccountId reporter = moderatorAccess.reporter(viewer);
    params.required("account_id");
    AccountId subject = params.accountId("account_id");
    if (subject == null) {
      throw ApiException.missing("account_id");
    }
    // Nothing is federated, so nothing can be forwarded; a wrong value is still one.
    params.flag("forward", false);
    List<PostId> posts = posts(params);
    List<RuleId> broken = rules(params);
    Category category = category(params, broken);
    Comment comment = comment(params);
    KnownAccount target = records.arrivingAccount(subject);
    records.requireWrittenBy(subject, posts);
    Complaint filed =
        actions
            .file(
                request,
                viewer,
                reporter,
                (id, context) ->
                    new File(
                        new Complaint(
                            new ReportId(id),
                            reporter,
                            subject,
                            posts,
                            category,
                            broken,
                            comment,
                            context.occurredAt())))
            .complaint();
    return entity(filed, target);
  }

  private Report entity(Complaint of, KnownAccount target) {
    return new Report(
        of.id().toString(),
        false,
        null,
        ReportCategory.valueOf(of.category().name()),
        of.comment().text(),
        false,
        of.filedAt(),
        of.posts().stream().map(PostId::toString).toList(),
        List.of(),
        of.rules().stream().map(RuleId::toString).toList(),
        entities.shown(target, records.kindsInForce(of.subject())));
  }

  private static List<PostId> posts(Params params) {
    List<String> named = params.list("status_ids").stream().distinct().toList();
    if (named.size() > Complaint.POSTS_MAX) {
      throw ApiException.invalid(
          "Status ids are too many (maximum is " + Complaint.POSTS_MAX + ")");
    }
    List<PostId> posts = params.postIds("status_ids");
    if (posts.size() < named.size()) {
      // What cannot be an id names no post of theirs.
      throw ApiException.notFound();
    }
    return posts;
  }

  private List<RuleId> rules(Params params) {
    return params.list("rule_ids").stream().distinct().map(this::rule).toList();
  }

  private RuleId rule(String id) {
    RuleId rule = rules.known(id);
    if (rule == null) {
      throw ApiException.invalid("Rule ids are not all of published rules");
    }
    return rule;
  }

  /** A report that names rules is about a violation, whatever else it says. */
  private static Category category(Params params, List<RuleId> broken) {
    Category category = Category.named(params.text("category", Category.OTHER.word()));
    if (category == null) {
      throw ApiException.invalid("Category is not included in the list");
    }
    return broken.isEmpty() ? category : Category.VIOLATION;
  }

  private static Comment comment(Params params) {
    Comment comment = Comment.of(Characters.regular(params.text("comment", "")));
    if (comment == null) {
      throw ApiException.invalid(
          "Comment is too long (maximum is " + Comment.CHARACTERS_MAX + " characters)");
    }
    return comment;
  }
}
