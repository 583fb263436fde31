package isegoria.timeline.conversation.write;

import isegoria.eventsourcing.StoredName;
import java.util.List;

/** What can happen to an owner's conversation. */
public sealed interface ConversationEvent {

  @StoredName("ConversationPostAdded")
  record ConversationPostAdded(List<Long> others, long post, boolean isOwn)
      implements ConversationEvent {
    public ConversationPostAdded {
      others = List.copyOf(others);
    }
  }

  /** Its owner has seen everything up to this post. */
  @StoredName("ConversationRead")
  record ConversationRead(long upTo) implements ConversationEvent {}

  @StoredName("ConversationMarkedUnread")
  record ConversationMarkedUnread() implements ConversationEvent {}

  /**
   * Its owner wants to see it no more; with the next post it begins again.
   *
   * @param oldest of the posts that it held
   */
  @StoredName("ConversationRemoved")
  record ConversationRemoved(long oldest) implements ConversationEvent {}

  /**
   * It went with its owner.
   *
   * @param oldest of the posts that it held; 0 where it held none
   */
  @StoredName("ConversationErased")
  record ConversationErased(long oldest) implements ConversationEvent {}
}
