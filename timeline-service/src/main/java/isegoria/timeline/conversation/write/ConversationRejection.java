package isegoria.timeline.conversation.write;

import isegoria.eventsourcing.StoredName;

/** Why nothing was done to a conversation. */
public sealed interface ConversationRejection {

  /** There is none, or it was removed and has another id now. */
  @StoredName("NoSuchConversation")
  record NoSuchConversation() implements ConversationRejection {}
}
