package isegoria.eventsourcing.apply;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that the consumer group assigns to this instance, which may be none. During a
 * rebalance, and before the first one, the assignment is unknown.
 */
final class GroupAssignment implements Assignment, ConsumerRebalanceListener {

  private final List<String> topics;
  private boolean hasItsShare;

  GroupAssignment(List<String> topics) {
    this.topics = List.copyOf(topics);
  }

  @Override
  public boolean ensureAssigned(Consumer<String, byte[]> consumer) {
    if (consumer.subscription().isEmpty()) {
      hasItsShare = false;
      consumer.subscribe(topics, this);
    }
    return hasItsShare;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    hasItsShare = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    hasItsShare = false;
  }
}
