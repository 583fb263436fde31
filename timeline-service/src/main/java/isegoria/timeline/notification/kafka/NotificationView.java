package isegoria.timeline.notification.kafka;

import isegoria.events.AvroCodec;
import isegoria.events.EnvelopeCodec;
import isegoria.events.Partitioning;
import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.events.timeline.TimelinePrivateEvent;
import isegoria.eventsourcing.apply.RowWriter;
import isegoria.eventsourcing.wire.RecordHeader;
import isegoria.timeline.notification.write.InboxEvent;
import isegoria.timeline.notification.write.settings.InboxSettingsEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What inboxes decided into the rows that pages are read from, in {@link LookUpOrder}. */
public final class NotificationView implements RowWriter {

  /** Of the view; part of a consumer group's name, so it never changes. */
  public static final String NAME = "notifications";

  /** The topics that it reads. */
  public static final List<Topic> TOPICS = List.of(Topics.TIMELINE_PRIVATE_EVENTS);

  private final AvroCodec<TimelinePrivateEvent> codec =
      AvroCodec.of(Topics.TIMELINE_PRIVATE_EVENTS, TimelinePrivateEvent.class);
  private final Rows rows;
  private final Settings settings;

  private final LookUpOrder order = new LookUpOrder();

  public NotificationView(Rows rows, Settings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  /** Where the facts are kept. */
  public interface Rows {

    /** Whether what a fact changes depends on rows that are there already. */
    static boolean readsRows(InboxEvent event) {
      return !(event instanceof InboxEvent.NotificationAdded
          || event instanceof InboxEvent.NotificationsCleared);
    }

    /**
     * Writes what a fact changes; complete when it is durable.
     *
     * @param writtenAt microseconds; the newest of a row wins
     */
    CompletionStage<Void> apply(long recipient, InboxEvent event, long writtenAt);
  }

  /** Where the facts of settings are kept. */
  public interface Settings {

    /** Like that of rows. */
    CompletionStage<Void> apply(long recipient, InboxSettingsEvent event, long writtenAt);
  }

  @Override
  public CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    SpecificRecord fact = EnvelopeCodec.content(codec.decode(change.value()));
    long recipient = Long.parseLong(Partitioning.ownerOf(change.key()));
    long micros = RecordHeader.recordedMicros(change);
    InboxSettingsEvent said = InboxSettingsCodec.read(fact);
    if (said != null) {
      return settings.apply(recipient, said, micros);
    }
    InboxEvent event = InboxCodec.read(fact);
    return event == null
        ? CompletableFuture.completedFuture(null)
        : write(recipient, event, micros);
  }

  private CompletionStage<?> write(long recipient, InboxEvent event, long micros) {
    return order.write(
        recipient, Rows.readsRows(event), () -> rows.apply(recipient, event, micros));
  }
}
