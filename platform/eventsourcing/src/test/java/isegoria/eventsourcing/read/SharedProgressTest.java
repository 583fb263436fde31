package isegoria.eventsourcing.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topic;
import isegoria.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class SharedProgressTest {

  private static final Topic TOPIC = Topics.TIMELINE_PROGRESS;
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

  private SharedProgress progress() {
    consumer.updatePartitions(
        TOPIC.name(), List.of(new PartitionInfo(TOPIC.name(), 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    return new SharedProgress(
        TOPIC,
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()),
        received -> new Tail(() -> consumer, "progress", List.of(TOPIC), null, received));
  }

  private void comes(String position) {
    byte[] value = position.getBytes(StandardCharsets.US_ASCII);
    consumer.schedulePollTask(() -> {
      long offset = consumer.position(PARTITION);
      consumer.addRecord(new ConsumerRecord<>(TOPIC.name(), 0, offset, "posts/states/0", value));
    });
  }

  private static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("too late").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  @Test
  void it_is_healthy_as_long_as_it_listens() {
    SharedProgress progress = progress();
    progress.start();
    until(progress::healthy);
    comes("7");
    until(() -> progress.of("posts").passed("states", 0) == 7);
    assertThat(progress.healthy()).isTrue();
    comes("no position");
    until(() -> !progress.healthy());
    progress.close();
  }
}
