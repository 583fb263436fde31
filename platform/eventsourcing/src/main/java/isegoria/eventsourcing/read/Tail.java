package isegoria.eventsourcing.read;

import isegoria.events.Topic;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.PacedConsumer;
import isegoria.eventsourcing.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics on every instance, from their beginning or from a while ago and for ever, into
 * something in memory.
 *
 * <p>It exists for what every instance must know without asking: sanctions, relationships, the
 * recent log, what has changed in the tables. Records come to one thread, in order within a
 * partition; one that is applied again after an error must change nothing. A record that cannot be
 * applied is passed over, as the tail's {@link OnUndecodable} says.
 */
public final class Tail implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);

  /** How long a failed tail waits before it reads on. */
  private static final Duration BACK_OFF = Duration.ofMillis(500);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final String name;
  private final List<String> topics;
  private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> changed;
  private final BadRecords badRecords;
  private final Progress progress;
  private final Thread thread;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final @Nullable Duration back;
  private @Nullable Supplier<Map<TopicPartition, Long>> unapplied;
  private Runnable whenCaughtUp = () -> {};
  private Runnable afterEachPoll = () -> {};
  private volatile boolean caughtUp;
  private volatile boolean failing;
  private volatile boolean running = true;

  /** A tail that reads everything. */
  public Tail(
      KafkaSettings kafka,
      String name,
      List<Topic> topics,
      OnUndecodable policy,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> changed) {
    this(kafka, name, topics, null, policy, changed);
  }

  /**
   * A tail of what has changed lately.
   *
   * @param back how long before its start it begins; null for everything
   */
  public Tail(
      KafkaSettings kafka,
      String name,
      List<Topic> topics,
      @Nullable Duration back,
      OnUndecodable policy,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> changed) {
    this(
        () ->
            new PacedConsumer<>(
                kafka.tailing(), new StringDeserializer(), new ByteArrayDeserializer()),
        name,
        topics,
        back,
        policy,
        changed);
  }

  /** A tail that reads with consumers of another make. */
  Tail(
      Supplier<Consumer<String, byte[]>> consumers,
      String name,
      List<Topic> topics,
      @Nullable Duration back,
      OnUndecodable policy,
      java.util.function.Consumer<ConsumerRecord<String, byte[]>> changed) {
    if (policy == OnUndecodable.PAUSE) {
      throw new IllegalArgumentException("tail " + name + ": PAUSE (expected: SKIP or KEEP_LAST)");
    }
    this.badRecords = new BadRecords(name, policy);
    this.back = back;
    this.consumers = consumers;
    this.name = name;
    this.topics = topics.stream().map(Topic::name).toList();
    this.changed = changed;
    this.progress = new Progress(name);
    this.thread = Thread.ofPlatform().name("tail-" + name).daemon().unstarted(this::run);
  }

  /**
   * Runs once, on the thread of the records, after the last record that stood in the topics at the
   * start and before {@link #caughtUp} is true. Call it before the start.
   */
  public Tail whenCaughtUp(Runnable then) {
    whenCaughtUp = then;
    return this;
  }

  /** Runs on the thread of the records, several times a second, also when none came. */
  public Tail afterEachPoll(Runnable then) {
    afterEachPoll = then;
    return this;
  }

  /**
   * Starts no later than the offsets that a view may not have applied yet; a partition without an
   * offset is read from its beginning. Call it before the start.
   */
  public Tail noLaterThan(Supplier<Map<TopicPartition, Long>> offsets) {
    unapplied = offsets;
    return this;
  }

  public void start() {
    thread.start();
  }

  /** Whether everything that stood in the topics at the start has been read. */
  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  @Override
  public String name() {
    return name;
  }

  /** Whether it has caught up and reads on; without that, what is in memory grows stale. */
  @Override
  public boolean healthy() {
    return caughtUp && thread.isAlive() && !failing;
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(badRecords);
  }

  /** How far this tail has come, for a barrier. */
  public Progress progress() {
    return progress;
  }

  /** Lets readers of these topics' writes wait for this tail. */
  public Tail registerAt(Barrier barrier) {
    for (String topic : topics) {
      barrier.register(topic, progress);
    }
    return this;
  }

  private void run() {
    while (running) {
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        resume(consumer, partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
          turn(consumer);
          if (!caughtUp && passed(consumer, ends)) {
            whenCaughtUp.run();
            caughtUp = true;
          }
          failing = false;
        }
      } catch (KafkaException e) {
        LOG.warn("tail {} reads on from where it was: {}", name, e.toString());
        LockSupport.parkNanos(BACK_OFF.toNanos());
      } catch (RuntimeException e) {
        failing = true;
        LOG.error("tail {} failed, reads on from where it was", name, e);
        LockSupport.parkNanos(BACK_OFF.toNanos());
      }
    }
  }

  private void turn(Consumer<String, byte[]> consumer) {
    ConsumerRecords<String, byte[]> batch = consumer.poll(Duration.ofMillis(200));
    for (ConsumerRecord<String, byte[]> change : batch) {
      apply(change);
      next.put(new TopicPartition(change.topic(), change.partition()), change.offset() + 1);
      Position place = Position.of(change);
      progress.advance(place.topic(), place.partition(), place.offset());
    }
    afterEachPoll.run();
  }

  private void apply(ConsumerRecord<String, byte[]> change) {
    try {
      changed.accept(change);
      badRecords.applied(change);
    } catch (RuntimeException failure) {
      boolean _ = badRecords.passesOver(change, failure);
    }
  }

  private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      List<PartitionInfo> found = consumer.partitionsFor(topic, Duration.ofSeconds(5));
      if (found == null || found.isEmpty()) {
        throw new UnknownTopicOrPartitionException("topic " + topic + ": not there yet");
      }
      found.forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
    }
    return partitions;
  }

  /** Goes to where each partition goes on, or begins. */
  void resume(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> limits =
        unapplied == null || next.keySet().containsAll(partitions) ? Map.of() : unapplied.get();
    for (TopicPartition partition : partitions) {
      Long offset = next.get(partition);
      if (offset == null) {
        offset = first(consumer, partition, limits.get(partition));
        next.put(partition, offset);
      }
      consumer.seek(partition, offset);
    }
  }

  private long first(
      Consumer<String, byte[]> consumer, TopicPartition partition, @Nullable Long limit) {
    List<TopicPartition> one = List.of(partition);
    if (back == null || (unapplied != null && limit == null)) {
      return Objects.requireNonNull(consumer.beginningOffsets(one).get(partition));
    }
    long since = Instant.now().minus(back).toEpochMilli();
    OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, since)).get(partition);
    long lately =
        found == null
            ? Objects.requireNonNull(consumer.endOffsets(one).get(partition))
            : found.offset();
    return limit == null ? lately : Math.min(lately, limit);
  }

  private static boolean passed(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      if (consumer.position(end.getKey()) < end.getValue()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    running = false;
    try {
      // In milliseconds: a join by duration refuses a thread that was never started.
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
