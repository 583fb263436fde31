package isegoria.tests.once;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How many lines each command appended, read from the topic by a consumer of its own. */
record LineCount(Map<String, Integer> byCommand) {

  /** Reads all that is committed, from the first record to the last. */
  static LineCount read(String bootstrapServers) {
    var count = new HashMap<String, Integer>();
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (Consumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Appending.LINES.name()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!passed(consumer, ends)) {
        for (ConsumerRecord<String, byte[]> line : consumer.poll(Duration.ofMillis(200))) {
          count.merge(new String(line.value(), StandardCharsets.UTF_8), 1, Integer::sum);
        }
      }
    }
    return new LineCount(count);
  }

  /** The end of a transactional topic is a marker: what counts is the position. */
  private static boolean passed(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  int of(String commandId) {
    return byCommand.getOrDefault(commandId, 0);
  }
}
