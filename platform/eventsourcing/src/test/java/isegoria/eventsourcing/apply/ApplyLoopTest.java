package isegoria.eventsourcing.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.OnUndecodable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;

final class ApplyLoopTest {

  private static final TopicPartition PARTITION = new TopicPartition("states", 0);

  private final List<Long> written = new ArrayList<>();
  private final Lately consumer = new Lately();
  private boolean hasItsShare = true;
  private final ApplyLoop loop =
      new ApplyLoop(
          "view",
          Map::of,
          _ -> hasItsShare,
          new Writing(),
          new BadRecords("view", OnUndecodable.PAUSE),
          new SimpleMeterRegistry());

  /** Two records, both written lately. */
  private static final class Lately extends MockConsumer<String, byte[]> {
    private boolean refusesCommits;

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
    public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
      if (refusesCommits) {
        throw new RebalanceInProgressException("refused");
      }
      super.commitSync(offsets);
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
    public void applied(List<ConsumerRecord<String, byte[]>> batch) {}
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

  @Test
  void it_waits_with_a_rewind_until_it_has_its_share() {
    consumer.come();
    loop.turn(consumer);
    hasItsShare = false;
    loop.rewind(Duration.ofSeconds(30));
    loop.turn(consumer);
    assertThat(loop.isRewinding()).isTrue();
    assertThat(consumer.position(PARTITION)).as("not gone back").isEqualTo(2);
    hasItsShare = true;
    loop.turn(consumer);
    assertThat(consumer.position(PARTITION)).isZero();
  }

  @Test
  void a_consumer_that_fails_at_it_leaves_it_to_the_next_one() {
    consumer.come();
    loop.turn(consumer);
    consumer.refusesCommits = true;
    loop.rewind(Duration.ofSeconds(30));
    assertThatThrownBy(() -> loop.turn(consumer)).isInstanceOf(KafkaException.class);

    var next = new Lately();
    next.seek(PARTITION, 2);
    hasItsShare = false;
    loop.turn(next);
    assertThat(loop.isRewinding()).as("nothing assigned yet").isTrue();
    hasItsShare = true;
    loop.turn(next);
    next.come();
    loop.turn(next);
    assertThat(loop.isRewinding()).isFalse();
    assertThat(written).containsExactly(0L, 1L, 0L, 1L);
  }

  @Test
  void one_that_starts_over_within_a_rewind_is_not_done_before_it_has_its_share() {
    consumer.come();
    loop.turn(consumer);
    loop.rewind(Duration.ofSeconds(30));
    loop.turn(consumer);
    consumer.unsubscribe();
    hasItsShare = false;
    loop.turn(consumer);
    assertThat(loop.isRewinding()).isTrue();
  }
}
