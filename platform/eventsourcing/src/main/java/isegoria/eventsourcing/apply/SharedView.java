package isegoria.eventsourcing.apply;

import isegoria.events.Topic;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.Progress;
import isegoria.eventsourcing.read.SharedProgress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A view as any instance sees it, also one that applies none of it: how far the instances are that
 * do. {@link ViewConsumer} is the part of an instance that applies it.
 */
public final class SharedView {

  private final String name;
  private final String group;
  private final List<String> topics;
  private final Set<TopicPartition> partitions;
  private final Map<String, Object> committing;
  private final SharedProgress shared;

  /**
   * Takes which view it is.
   *
   * @param name unique in the service: consumer group {@code <service>-view-<name>}
   */
  public SharedView(KafkaSettings kafka, String name, List<Topic> topics, SharedProgress shared) {
    this.name = name;
    this.group = kafka.service() + "-view-" + name;
    this.topics = topics.stream().map(Topic::name).toList();
    this.committing = kafka.committing(group);
    this.shared = shared;
    Set<TopicPartition> all = new HashSet<>();
    for (Topic topic : topics) {
      for (int partition = 0; partition < topic.partitions(kafka.partitions()); partition++) {
        all.add(new TopicPartition(topic.name(), partition));
      }
    }
    this.partitions = Set.copyOf(all);
  }

  /**
   * Lets this instance's readers wait for the view. The instances that apply it publish how far
   * they are: see {@link ViewConsumer#publishing}.
   */
  public SharedView registerAt(Barrier barrier) {
    Progress progress = shared.of(name);
    for (String topic : topics) {
      barrier.register(topic, progress);
      barrier.register(Position.ofOwn(topic), progress);
    }
    return this;
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

  String group() {
    return group;
  }

  List<String> topics() {
    return topics;
  }

  Set<TopicPartition> partitions() {
    return partitions;
  }
}
