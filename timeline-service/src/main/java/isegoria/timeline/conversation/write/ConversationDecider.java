package isegoria.timeline.conversation.write;

import static isegoria.eventsourcing.Decision.accept;
import static isegoria.eventsourcing.Decision.reject;

import isegoria.eventsourcing.Decider;
import isegoria.eventsourcing.Decision;
import isegoria.timeline.conversation.write.ConversationCommand.Add;
import isegoria.timeline.conversation.write.ConversationCommand.Erase;
import isegoria.timeline.conversation.write.ConversationCommand.MarkUnread;
import isegoria.timeline.conversation.write.ConversationCommand.Read;
import isegoria.timeline.conversation.write.ConversationCommand.Remove;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationErased;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationMarkedUnread;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationPostAdded;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationRead;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationRemoved;
import isegoria.timeline.conversation.write.ConversationRejection.NoSuchConversation;

/**
 * The rules of conversations: a post by another makes one unread and one's own reads it; a removed
 * one begins again with the next post, under another id.
 */
public final class ConversationDecider {

  public static final Decider<
          ConversationCommand, Conversation, ConversationEvent, ConversationRejection>
      CONVERSATION =
          new Decider<>(
              Conversation.NONE, ConversationDecider::decide, ConversationDecider::evolve);

  private ConversationDecider() {}

  static Decision<ConversationEvent, ConversationRejection> decide(
      Conversation kept, ConversationCommand command) {
    return switch (command) {
      // It was removed with this post, or after it.
      case Add to when to.post() <= kept.removedTo() -> accept();
      case Add to -> accept(new ConversationPostAdded(to.others(), to.post(), to.isOwn()));

      case Read to when !isOf(kept, to.generation()) -> reject(new NoSuchConversation());
      case Read _ when kept.hasUnread() -> accept(new ConversationRead(kept.newest()));
      case Read _ -> accept();

      case MarkUnread to when !isOf(kept, to.generation()) -> reject(new NoSuchConversation());
      case MarkUnread _ when kept.hasUnread() -> accept();
      case MarkUnread _ -> accept(new ConversationMarkedUnread());

      case Remove to when isOf(kept, to.generation()) ->
          accept(new ConversationRemoved(kept.oldest()));
      case Remove to when to.generation() < kept.removals() -> accept();
      case Remove _ -> reject(new NoSuchConversation());

      case Erase _ when kept.equals(Conversation.NONE) -> accept();
      case Erase _ -> accept(new ConversationErased(kept.oldest()));
    };
  }

  private static boolean isOf(Conversation kept, int generation) {
    return !kept.holdsNone() && kept.generation() == generation;
  }

  static Conversation evolve(Conversation kept, ConversationEvent event) {
    return switch (event) {
      case ConversationPostAdded e -> kept.with(e.others(), e.post(), e.isOwn());
      case ConversationRead e -> kept.readTo(e.upTo());
      case ConversationMarkedUnread _ -> kept.readTo(0);
      case ConversationRemoved _ -> kept.removed();
      case ConversationErased _ -> Conversation.NONE;
    };
  }
}
