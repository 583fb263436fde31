package isegoria.timeline.conversation.http;

import isegoria.edge.ApiException;
import isegoria.edge.Replies;
import isegoria.events.AccountId;
import isegoria.eventsourcing.ask.CommandContext;
import isegoria.eventsourcing.ask.Commands;
import isegoria.timeline.conversation.kafka.ConversationAggregate;
import isegoria.timeline.conversation.write.Conversation;
import isegoria.timeline.conversation.write.ConversationCommand;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.conversation.write.ConversationRejection;
import isegoria.timeline.conversation.write.ConversationRejection.NoSuchConversation;

/** Sends what accounts ask of their conversations. */
public final class ConversationActions {

  private final Commands commands;

  public ConversationActions(Commands commands) {
    this.commands = commands;
  }

  void ask(
      AccountId owner, ConversationId of, ConversationCommand command, CommandContext context) {
    try {
      var _ =
          Replies.state(
              commands.ask(
                  ConversationAggregate.CONVERSATION,
                  Conversation.key(owner.value(), of.number()),
                  command,
                  context),
              ConversationActions::problem);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unavailable();
    }
  }

  private static ApiException problem(ConversationRejection rejection) {
    return switch (rejection) {
      case NoSuchConversation _ -> ApiException.notFound();
    };
  }
}
