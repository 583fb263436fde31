package isegoria.eventsourcing.apply;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions that an {@link ApplyLoop} reads. */
@FunctionalInterface
interface Assignment {

  /**
   * Asked before every poll: sees to the consumer's partitions, and says whether it has its share.
   */
  boolean ensureAssigned(Consumer<String, byte[]> consumer);

  /** All instances share the topics, as the group's coordinator divides them. */
  static Assignment shared(List<String> topics) {
    return new GroupAssignment(topics);
  }

  /**
   * This instance reads the partitions that another part of it works on. A group of its own would
   * divide them otherwise, and then one instance's death silences what another one decides.
   */
  static Assignment following(String topic, Supplier<Set<Integer>> partitions) {
    return consumer -> {
      Set<TopicPartition> wanted =
          partitions.get().stream()
              .map(partition -> new TopicPartition(topic, partition))
              .collect(Collectors.toUnmodifiableSet());
      if (!wanted.equals(consumer.assignment())) {
        consumer.assign(wanted);
      }
      return true;
    };
  }
}
