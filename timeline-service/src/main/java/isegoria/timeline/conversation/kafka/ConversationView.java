package isegoria.timeline.conversation.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.timeline.TimelinePrivateEvent;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.timeline.conversation.read.ConversationChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What conversations decided, into the rows that pages are read from. */
public final class ConversationView implements RowWriter {

  /** Of the view; part of a consumer group's name, so it never changes. */
  public static final String NAME = "conversations";

  /** The topics that it reads. */
  public static final List<Topic> TOPICS = List.of(Topics.TIMELINE_PRIVATE_EVENTS);

  private final AvroCodec<TimelinePrivateEvent> codec =
      AvroCodec.of(Topics.TIMELINE_PRIVATE_EVENTS, TimelinePrivateEvent.class);
  private final Rows rows;

  public ConversationView(Rows rows) {
    this.rows = rows;
  }

  /** Where the changes are kept. */
  public interface Rows {

    /**
     * Writes a change; complete when it is durable.
     *
     * @param writtenAt microseconds; the newest of a row wins
     */
    CompletionStage<Void> apply(long owner, ConversationChange change, long writtenAt);
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> fact) {
    ConversationChange change =
        ConversationCodec.read(EnvelopeCodec.content(codec.decode(fact.value())));
    return change == null
        ? CompletableFuture.completedFuture(null)
        : rows.apply(
            Long.parseLong(Partitioning.ownerOf(fact.key())),
            change,
            RecordHeader.recordedMicros(fact));
  }
}
