package isegoria.moderation.read.report;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.write.RuleId;
import isegoria.moderation.write.report.Category;
import isegoria.moderation.write.report.ReportId;
import java.time.Instant;
import java.util.List;

/**
 * A report as it is read: what its published state says, and no more, so that it can be rebuilt.
 */
public record ReportView(
    ReportId id,
    AccountId reporter,
    AccountId subject,
    List<PostId> posts,
    Category category,
    List<RuleId> rules,
    String comment,
    boolean resolved,
    Instant createdAt,
    Instant updatedAt) {

  public ReportView {
    posts = List.copyOf(posts);
    rules = List.copyOf(rules);
  }
}
