package isegoria.post.read.engagement;

import isegoria.events.AccountId;
import isegoria.events.PostId;
import org.jspecify.annotations.Nullable;

/** What one account did with one post: the marks it sees on it. */
public record EngagementRow(
    AccountId actor,
    PostId post,
    boolean favourited,
    boolean bookmarked,
    @Nullable PostId boost,
    boolean conversationMuted) {

  /** Nothing. */
  public static EngagementRow none(AccountId actor, PostId post) {
    return new EngagementRow(actor, post, false, false, null, false);
  }

  /** Whether everything is taken back. */
  public boolean isBare() {
    return !favourited && !bookmarked && boost == null && !conversationMuted;
  }
}
