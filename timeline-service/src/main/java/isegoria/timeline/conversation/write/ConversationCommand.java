package isegoria.timeline.conversation.write;

import isegoria.eventsourcing.StoredName;
import java.util.List;

/** What may be asked of an owner's conversation. */
public sealed interface ConversationCommand {

  /**
   * A post of it was published.
   *
   * @param others who takes part beside the owner
   * @param isOwn whether the owner wrote it
   */
  @StoredName("AddPostToConversation")
  record Add(List<Long> others, long post, boolean isOwn) implements ConversationCommand {
    public Add {
      others = List.copyOf(others);
    }
  }

  @StoredName("ReadConversation")
  record Read(int generation) implements ConversationCommand {}

  @StoredName("MarkConversationUnread")
  record MarkUnread(int generation) implements ConversationCommand {}

  @StoredName("RemoveConversation")
  record Remove(int generation) implements ConversationCommand {}

  /** Its owner is erased. */
  @StoredName("EraseConversation")
  record Erase() implements ConversationCommand {}
}
