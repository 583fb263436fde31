package isegoria.timeline.conversation.read;

import isegoria.timeline.conversation.write.ConversationId;
import java.util.List;

/**
 * One owner's conversation.
 *
 * @param others who takes part beside the owner
 * @param readTo the newest post that the owner has read
 * @param posts its newest ones, newest first
 */
public record ConversationRow(ConversationId id, List<Long> others, long readTo, List<Long> posts) {

  /**
   * Posts looked at: where the last ones are deleted, or hidden from the owner, the one before
   * stands in for them. A conversation whose newest so many are gone shows again with its next
   * post.
   */
  public static final int POSTS_MAX = 40;

  public ConversationRow {
    others = List.copyOf(others);
    posts = List.copyOf(posts);
  }
}
