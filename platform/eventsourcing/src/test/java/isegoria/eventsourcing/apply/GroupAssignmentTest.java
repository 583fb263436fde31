package isegoria.eventsourcing.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class GroupAssignmentTest {

  private static final TopicPartition PARTITION = new TopicPartition("states", 0);

  private final Assignment assignment = Assignment.shared(List.of("states"));

  private static MockConsumer<String, byte[]> consumer() {
    var consumer = new MockConsumer<String, byte[]>("earliest");
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    return consumer;
  }

  @Test
  void a_consumer_has_its_share_when_it_was_told_what_that_is() {
    var consumer = consumer();
    assertThat(assignment.ensureAssigned(consumer)).as("just subscribed").isFalse();
    consumer.poll(Duration.ZERO);
    assertThat(assignment.ensureAssigned(consumer)).as("not told yet").isFalse();
    consumer.rebalance(List.of(PARTITION));
    assertThat(assignment.ensureAssigned(consumer)).isTrue();
  }

  @Test
  void the_share_of_the_consumer_before_is_not_the_next_ones() {
    var consumer = consumer();
    assignment.ensureAssigned(consumer);
    consumer.rebalance(List.of(PARTITION));
    assertThat(assignment.ensureAssigned(consumer())).isFalse();
  }
}
