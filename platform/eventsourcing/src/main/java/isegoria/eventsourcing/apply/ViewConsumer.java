package isegoria.eventsourcing.apply;

import io.micrometer.core.instrument.MeterRegistry;
import isegoria.events.Topic;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Progress;
import isegoria.eventsourcing.read.SharedProgress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Materializes topics, of its own service or another's, into tables, shared by all instances. */
public final class ViewConsumer implements AutoCloseable {

  private final String view;
  private final List<String> topics;
  private final RowWriter writer;
  private final ApplyLoop loop;
  private final Map<String, Object> committing;
  private final Set<TopicPartition> partitions;
  private final Set<String> parts;
  private @Nullable SharedProgress sharedProgress;
  private Runnable clear = () -> {};

  /**
   * Builds the view; {@link #start} starts it.
   *
   * @param view its name, unique in the service: consumer group {@code <service>-view-<name>}
   */
  public ViewConsumer(
      KafkaSettings kafka,
      String view,
      List<Topic> topics,
      RowWriter writer,
      MeterRegistry meters) {
    this.view = view;
    this.topics = topics.stream().map(Topic::name).toList();
    this.writer = writer;
    String group = kafka.service() + "-view-" + view;
    this.loop =
        new ApplyLoop(
            group, kafka.consumer(group), Assignment.shared(this.topics), new Rows(), meters);
    this.committing = kafka.committing(group);
    Set<TopicPartition> all = new HashSet<>();
    for (Topic topic : topics) {
      for (int partition = 0; partition < topic.partitions(kafka.partitions()); partition++) {
        all.add(new TopicPartition(topic.name(), partition));
      }
    }
    this.partitions = Set.copyOf(all);
    this.parts = Set.copyOf(named(all));
  }

  /** Lets readers at any instance wait for this view. Call it before the start. */
  public ViewConsumer registerAt(Barrier barrier, SharedProgress progress) {
    sharedProgress = progress;
    showAt(barrier);
    return this;
  }

  /** Lets another barrier wait for this view, which publishes its progress already. */
  public void showAt(Barrier barrier) {
    Progress progress =
        Objects.requireNonNull(sharedProgress, view + ": does not publish its progress").of(view);
    for (String topic : topics) {
      barrier.register(topic, progress);
      barrier.register(Position.ofOwn(topic), progress);
    }
  }

  /**
   * Runs before rows are written again: the writer clears what it remembers of them. Before the
   * start.
   */
  public ViewConsumer clearing(Runnable memory) {
    clear = memory;
    return this;
  }

  public void start() {
    loop.start();
  }

  public boolean healthy() {
    return loop.healthy() && (sharedProgress == null || sharedProgress.healthy());
  }

  /** Has the last changes applied again: what Cassandra may have lost when it came back. */
  public void rewind(Duration back) {
    loop.rewind(back);
  }

  /** Whether a {@link #rewind} was asked for that has not been applied to its end. */
  public boolean isRewinding() {
    return loop.isRewinding();
  }

  /**
   * The offset from which each partition may not be applied, whichever instance reads it. A
   * partition that no instance has begun is absent.
   */
  public Map<TopicPartition, Long> unapplied() {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(committing, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer
          .committed(partitions)
          .forEach((partition, committed) -> {
            if (committed != null) {
              offsets.put(partition, committed.offset());
            }
          });
    }
    return offsets;
  }

  /** Has everything applied again: what a table that was emptied is made of. */
  public void rewindToStart() {
    loop.rewindToStart();
  }

  /** Records of its partitions that it has not applied yet. */
  public long behind() {
    return loop.behind();
  }

  /** The partitions that it sought to their beginning since the last {@link #rewindToStart}. */
  public Set<String> rewound() {
    return named(loop.rewound());
  }

  /** All partitions of its topics, whichever instance reads them. */
  public Set<String> parts() {
    return parts;
  }

  private Set<String> named(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(partition -> part(partition.topic(), partition.partition()))
        .collect(Collectors.toSet());
  }

  private String part(String topic, int partition) {
    return view + "/" + topic + "/" + partition;
  }

  private final class Rows implements ApplyLoop.Steps {

    @Override
    public CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
      return writer.write(change).toCompletableFuture();
    }

    @Override
    public void goesBack() {
      clear.run();
    }

    @Override
    public void applied(ConsumerRecords<String, byte[]> batch) {
      if (sharedProgress == null) {
        return;
      }
      Map<TopicPartition, Long> passed = new HashMap<>();
      for (ConsumerRecord<String, byte[]> change : batch) {
        Position place = Position.of(change);
        passed.merge(
            new TopicPartition(place.topic(), place.partition()), place.offset(), Math::max);
      }
      passed.forEach((source, position) ->
          sharedProgress.publish(view, source.topic(), source.partition(), position));
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
