package isegoria.timeline.conversation.kafka;

import isegoria.events.Partitioning;
import isegoria.events.timeline.ConversationErased;
import isegoria.events.timeline.ConversationMarkedUnread;
import isegoria.events.timeline.ConversationPostAdded;
import isegoria.events.timeline.ConversationRead;
import isegoria.events.timeline.ConversationRemoved;
import isegoria.eventsourcing.Publication;
import isegoria.eventsourcing.Publisher;
import isegoria.eventsourcing.Recorded;
import isegoria.timeline.conversation.read.ConversationChange;
import isegoria.timeline.conversation.write.Conversation;
import isegoria.timeline.conversation.write.ConversationEvent;
import isegoria.timeline.conversation.write.ConversationId;
import isegoria.timeline.decider.PrivateFacts;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What conversations decide, to the contract, and what rows have to know of it: all restricted. */
public final class ConversationCodec implements Publisher<Conversation, ConversationEvent> {

  private final PrivateFacts facts = new PrivateFacts();

  @Override
  public List<Publication> publish(Recorded<Conversation, ConversationEvent> recorded) {
    return facts.publish(recorded, event -> fact(recorded, event));
  }

  private static SpecificRecord fact(
      Recorded<Conversation, ConversationEvent> recorded, ConversationEvent event) {
    String owner = Partitioning.ownerOf(recorded.key());
    String id = id(recorded);
    Conversation after = recorded.after();
    return switch (event) {
      case ConversationEvent.ConversationPostAdded e ->
          new ConversationPostAdded(
              owner,
              id,
              e.others().stream().map(String::valueOf).toList(),
              Long.toString(e.post()),
              Long.toString(after.newest()),
              Long.toString(after.readTo()));
      case ConversationEvent.ConversationRead e ->
          new ConversationRead(owner, id, Long.toString(e.upTo()));
      case ConversationEvent.ConversationMarkedUnread _ -> new ConversationMarkedUnread(owner, id);
      case ConversationEvent.ConversationRemoved e ->
          new ConversationRemoved(owner, id, Long.toString(e.oldest()));
      case ConversationEvent.ConversationErased e ->
          new ConversationErased(owner, id, Long.toString(e.oldest()));
    };
  }

  /** As it was before: a removal changes it, and nothing else does. */
  private static String id(Recorded<Conversation, ?> recorded) {
    return new ConversationId(Conversation.numberOf(recorded.key()), recorded.before().generation())
        .toString();
  }

  /** Null for a fact that is none of a conversation. */
  static @Nullable ConversationChange read(@Nullable SpecificRecord fact) {
    return switch (fact) {
      case ConversationPostAdded e ->
          new ConversationChange.Added(
              id(e.getConversationId()),
              e.getParticipantIds().stream().map(Long::valueOf).toList(),
              Long.parseLong(e.getPostId()),
              Long.parseLong(e.getNewestId()),
              Long.parseLong(e.getReadToId()));
      case ConversationRead e ->
          new ConversationChange.ReadTo(id(e.getConversationId()), Long.parseLong(e.getReadToId()));
      case ConversationMarkedUnread e ->
          new ConversationChange.ReadTo(id(e.getConversationId()), 0);
      case ConversationRemoved e ->
          new ConversationChange.Removed(
              id(e.getConversationId()), Long.parseLong(e.getOldestId()));
      case ConversationErased e ->
          new ConversationChange.Erased(id(e.getConversationId()), Long.parseLong(e.getOldestId()));
      case null, default -> null;
    };
  }

  private static ConversationId id(String value) {
    return ConversationId.of(Long.parseLong(value));
  }
}
