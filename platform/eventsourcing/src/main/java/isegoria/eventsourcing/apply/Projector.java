package isegoria.eventsourcing.apply;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.ServiceTopics;
import isegoria.eventsourcing.record.Outcome;
import isegoria.eventsourcing.record.Verdict;
import isegoria.eventsourcing.wire.AggregateCodec;
import isegoria.eventsourcing.wire.RecordHeader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies outcomes to a service's own tables, then replies to the caller.
 *
 * <p>The reply comes after the rows are durable, so the asker sees what it wrote; and it is outside
 * the decider's transaction, so no other instance's open transaction can hold it back. An asker on
 * this instance is answered directly, any other over the topic of replies.
 *
 * <p>An outcome that cannot be decoded is passed over: its asker waits in vain and its aggregate's
 * rows stay as they are, while a paused partition would stop the writes of everyone on it.
 */
public final class Projector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Projector.class);

  private final ServiceTopics topics;
  private final Map<String, AggregateCodec<?, ?, ?, ?>> aggregateTypes = new HashMap<>();
  private final Projection projection;
  private final Askers askers;
  private final Producer<String, byte[]> replies;
  private final BadRecords badRecords;
  private final ApplyLoop loop;

  /**
   * Builds the projector; {@link #start} starts it.
   *
   * @param decided the partitions whose commands this instance decides now, and so applies
   * @param askers those of this instance
   */
  public Projector(
      KafkaSettings kafka,
      ServiceTopics topics,
      List<AggregateType<?, ?, ?, ?>> aggregateTypes,
      Projection projection,
      Supplier<Set<Integer>> decided,
      Askers askers,
      MeterRegistry meters) {
    this.topics = topics;
    this.projection = projection;
    this.askers = askers;
    for (AggregateType<?, ?, ?, ?> aggregateType : aggregateTypes) {
      this.aggregateTypes.put(aggregateType.name(), new AggregateCodec<>(aggregateType));
    }
    this.replies =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    String name = topics.service() + "-projector";
    Assignment assignment = Assignment.following(topics.outcomes().name(), decided);
    this.badRecords = new BadRecords(name, OnUndecodable.KEEP_LAST);
    this.loop =
        new ApplyLoop(name, kafka.committing(name), assignment, new Rows(), badRecords, meters);
  }

  /** Those who wait for outcomes on this instance. */
  @FunctionalInterface
  public interface Askers {
    /** Takes an outcome to its asker; false where it does not wait here. */
    boolean answer(String ask, byte[] outcome, boolean repeated);
  }

  public void start() {
    loop.start();
  }

  public boolean healthy() {
    return loop.healthy();
  }

  public BadRecords badRecords() {
    return badRecords;
  }

  /** Has the last outcomes applied again: what Cassandra may have lost when it came back. */
  public void rewind(Duration back) {
    loop.rewind(back);
  }

  private final class Rows implements ApplyLoop.Steps {

    @Override
    public CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
      String aggregateType = RecordHeader.text(change.headers(), RecordHeader.AGGREGATE_TYPE);
      AggregateCodec<?, ?, ?, ?> codec =
          aggregateType == null ? null : aggregateTypes.get(aggregateType);
      if (codec == null || change.value().length == 0) {
        reply(change);
        return CompletableFuture.completedFuture(null);
      }
      Outcome<?, ?, ?> outcome = codec.outcome(change.value());
      boolean repeated = RecordHeader.isRepeated(change.headers());
      CompletionStage<?> rows =
          repeated || !changesRows(outcome)
              ? CompletableFuture.completedFuture(null)
              : projection.apply(outcome);
      return rows.thenRun(
              () -> {
                if (outcome.verdict() != Verdict.FORWARDED) {
                  reply(change);
                }
              })
          .toCompletableFuture();
    }

    private static boolean changesRows(Outcome<?, ?, ?> outcome) {
      return !outcome.events().isEmpty() || outcome.verdict() == Verdict.FORGOTTEN;
    }

    @Override
    public void applied(List<ConsumerRecord<String, byte[]>> batch) {
      // Replies went out one by one, as their rows became durable.
    }
  }

  private void reply(ConsumerRecord<String, byte[]> change) {
    String partition = RecordHeader.text(change.headers(), RecordHeader.REPLY_PARTITION);
    String ask = RecordHeader.text(change.headers(), RecordHeader.REPLY_ASK);
    if (partition == null
        || ask == null
        || askers.answer(ask, change.value(), RecordHeader.isRepeated(change.headers()))) {
      return;
    }
    var _ =
        replies.send(
            new ProducerRecord<>(
                topics.replies().name(),
                Integer.parseInt(partition),
                change.key(),
                change.value(),
                change.headers()),
            (metadata, failure) -> {
              if (failure != null) {
                LOG.warn("reply not sent, its caller gets a time-out: {}", failure.toString());
              }
            });
  }

  @Override
  public void close() {
    loop.close();
    replies.close(Duration.ofSeconds(2));
  }
}
