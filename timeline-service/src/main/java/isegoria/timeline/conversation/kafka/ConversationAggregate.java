package isegoria.timeline.conversation.kafka;

import isegoria.events.Partitioning;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.DueRule;
import isegoria.eventsourcing.OnErasure;
import isegoria.eventsourcing.OnErasure.Remains;
import isegoria.eventsourcing.Policy;
import isegoria.timeline.conversation.write.Conversation;
import isegoria.timeline.conversation.write.ConversationCommand;
import isegoria.timeline.conversation.write.ConversationDecider;
import isegoria.timeline.conversation.write.ConversationEvent;
import isegoria.timeline.conversation.write.ConversationEvent.ConversationErased;
import isegoria.timeline.conversation.write.ConversationRejection;
import java.util.List;

/** Conversations as the runtime knows them. */
public final class ConversationAggregate {

  public static final AggregateType<
          ConversationCommand, Conversation, ConversationEvent, ConversationRejection>
      CONVERSATION =
          new AggregateType<>(
              Conversation.AGGREGATE_TYPE,
              ConversationDecider.CONVERSATION,
              ConversationCommand.class,
              Conversation.class,
              ConversationEvent.class,
              ConversationRejection.class,
              new ConversationCodec(),
              DueRule.nothing(),
              Policy.none(),
              new OnErasure.Erase<>(
                  new ConversationCommand.Erase(),
                  key ->
                      new Remains<>(
                          ConversationDecider.CONVERSATION.initial(),
                          List.of(new ConversationErased(openedAt(key))))));

  private ConversationAggregate() {}

  /** The id of its owner: no conversation of an account has posts from before it was opened. */
  private static long openedAt(String key) {
    return Long.parseLong(Partitioning.ownerOf(key));
  }
}
