package isegoria.eventsourcing.apply;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.eventsourcing.AggregateType;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.ServiceTopics;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

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
    this.replies =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    String name = topics.service() + "-projector";
    Assignment assignment = Assignment.following(topics.outcomes().name(), decided);
    this.badRecords = new BadRecords(name, OnUndecodable.KEEP_LAST);
    this.loop =
        new ApplyLoop(
            name,
            () -> kafka.committing(name),
            assignment,
            new OutcomeSteps(aggregateTypes, projection, askers, topics.replies(), replies),
            badRecords,
            meters);
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

  @Override
  public void close() {
    loop.close();
    replies.close(Duration.ofSeconds(2));
  }
}
