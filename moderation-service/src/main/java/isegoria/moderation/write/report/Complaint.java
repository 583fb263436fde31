package isegoria.moderation.write.report;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import isegoria.moderation.write.RuleId;
import java.time.Instant;
import java.util.List;

/** What a reporter says: which account and posts, under which rules, in the reporter's words. */
public record Complaint(
    ReportId id,
    AccountId reporter,
    AccountId subject,
    List<PostId> posts,
    Category category,
    List<RuleId> rules,
    Comment comment,
    Instant filedAt) {

  /** Posts one report may name: what a moderator can read in one sitting. */
  public static final int POSTS_MAX = 100;

  public Complaint {
    posts = List.copyOf(posts);
    rules = List.copyOf(rules);
    if (posts.size() > POSTS_MAX) {
      throw new IllegalArgumentException(
          "posts: " + posts.size() + " (expected: <= " + POSTS_MAX + ")");
    }
  }

  boolean isAboutItsAuthor() {
    return reporter.equals(subject);
  }
}
