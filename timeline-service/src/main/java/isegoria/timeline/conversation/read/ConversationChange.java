package isegoria.timeline.conversation.read;

import isegoria.timeline.conversation.write.ConversationId;
import java.util.List;

/** What one fact changes of an owner's conversations. */
public sealed interface ConversationChange {

  ConversationId id();

  /**
   * It has another post.
   *
   * @param newest of its posts
   * @param readTo the newest post that its owner has read
   */
  record Added(ConversationId id, List<Long> others, long post, long newest, long readTo)
      implements ConversationChange {
    public Added {
      others = List.copyOf(others);
    }
  }

  /** Its owner has read up to that post, and no further; 0: none of it. */
  record ReadTo(ConversationId id, long post) implements ConversationChange {}

  /**
   * Its owner has removed it.
   *
   * @param oldest of the posts that it held
   */
  record Removed(ConversationId id, long oldest) implements ConversationChange {}

  /**
   * It went with its owner.
   *
   * @param oldest of the posts that it held; 0 where it held none
   */
  record Erased(ConversationId id, long oldest) implements ConversationChange {}
}
