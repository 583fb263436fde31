package isegoria.eventsourcing.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** A batch of commands shares a transaction, and nobody waits for the next poll. */
final class BatchEndsTest {

  private static final TopicPartition FIRST = new TopicPartition("commands", 0);
  private static final TopicPartition SECOND = new TopicPartition("commands", 1);

  private final BatchEnds ends = new BatchEnds();

  @Test
  void only_the_last_command_of_a_partitions_poll_ends_its_batch() {
    poll(FIRST, 4, 5, 7);
    assertThat(ends.isLast(FIRST, 4)).isFalse();
    assertThat(ends.isLast(FIRST, 5)).isFalse();
    assertThat(ends.isLast(FIRST, 7)).isTrue();
  }

  @Test
  void a_later_poll_moves_the_end_of_its_partition_alone() {
    poll(FIRST, 4);
    poll(SECOND, 1, 2);
    poll(SECOND, 3);
    assertThat(ends.isLast(FIRST, 4)).isTrue();
    assertThat(ends.isLast(SECOND, 2)).isFalse();
    assertThat(ends.isLast(SECOND, 3)).isTrue();
  }

  @Test
  void what_no_poll_was_seen_of_waits_for_nothing() {
    assertThat(ends.isLast(FIRST, 0)).isTrue();
  }

  /** As the consumer does: it makes the listener from the app's settings and hands it records. */
  private void poll(TopicPartition partition, long... offsets) {
    Properties app = new Properties();
    ends.listenIn(app);
    Map<String, Object> given = new LinkedHashMap<>();
    app.forEach((name, value) ->
        given.put(((String) name).substring(StreamsConfig.MAIN_CONSUMER_PREFIX.length()), value));
    List<ConsumerRecord<byte[], byte[]>> records =
        Arrays.stream(offsets)
            .mapToObj(offset ->
                new ConsumerRecord<>(
                    partition.topic(), partition.partition(), offset, new byte[0], new byte[0]))
            .toList();
    try (BatchEnds.Listener listener = new BatchEnds.Listener()) {
      listener.configure(given);
      listener.onConsume(new ConsumerRecords<>(Map.of(partition, records), Map.of()));
    }
  }
}
