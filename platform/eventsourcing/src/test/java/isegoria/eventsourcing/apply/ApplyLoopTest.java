package isegoria.eventsourcing.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class ApplyLoopTest {

  private static final TopicPartition PARTITION = new TopicPartition("states", 0);

  private final List<Long> written = new ArrayList<>();
  private final Lately consumer = new Lately();
  private final ApplyLoop loop =
      new ApplyLoop("view", Map.of(), _ -> true, new Writing(), new SimpleMeterRegistry());

  /** Two records, both written lately. */
  private static final class Lately extends MockConsumer<String, byte[]> {
    Lately() {
      super("earliest");
      assign(List.of(PARTITION));
      updateBeginningOffsets(Map.of(PARTITION, 0L));
      updateEndOffsets(Map.of(PARTITION, 2L));
    }

    void come() {
      addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 0, "a", new byte[0]));
      addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, 1, "b", new byte[0]));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return Map.of(PARTITION, new OffsetAndTimestamp(0, 0));
    }
  }

  private final class Writing implements ApplyLoop.Steps {
    @Override
    public CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
      written.add(change.offset());
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void applied(ConsumerRecords<String, byte[]> batch) {}
  }

  @Test
  void it_rewinds_until_what_it_had_applied_is_applied_again() {
    consumer.come();
    loop.turn(consumer);
    assertThat(loop.isRewinding()).isFalse();
    loop.rewind(Duration.ofSeconds(30));
    assertThat(loop.isRewinding()).as("asked for").isTrue();
    loop.turn(consumer);
    assertThat(loop.isRewinding()).as("gone back").isTrue();
    assertThat(consumer.committed(Set.of(PARTITION)))
        .as("from where another consumer would go on")
        .containsEntry(PARTITION, new OffsetAndMetadata(0));
    consumer.come();
    loop.turn(consumer);
    assertThat(loop.isRewinding()).as("applied again").isFalse();
    assertThat(written).containsExactly(0L, 1L, 0L, 1L);
  }
}
