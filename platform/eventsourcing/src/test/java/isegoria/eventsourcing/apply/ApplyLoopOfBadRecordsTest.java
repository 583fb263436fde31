package isegoria.eventsourcing.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.events.UnknownKind;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.OnUndecodable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Two partitions; the record at offset 1 of the first is the bad one. */
final class ApplyLoopOfBadRecordsTest {

  private static final TopicPartition FIRST = new TopicPartition("states", 0);
  private static final TopicPartition SECOND = new TopicPartition("states", 1);

  private final List<String> written = new ArrayList<>();
  private final List<BadRecord> paused = new ArrayList<>();
  private final Set<Long> skipped = new HashSet<>();
  private final Beginning consumer = new Beginning();
  private RuntimeException failure = new IllegalArgumentException("planted");
  private boolean isMended;
  private boolean isDatabaseDown;

  /** A time is asked for only to go back to the beginning. */
  private static final class Beginning extends MockConsumer<String, byte[]> {
    Beginning() {
      super("earliest");
      assign(List.of(FIRST, SECOND));
      updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
      updateEndOffsets(Map.of(FIRST, 3L, SECOND, 1L));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      return Map.of(FIRST, new OffsetAndTimestamp(0, 0));
    }
  }

  private final class Writing implements ApplyLoop.Steps {
    @Override
    public CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
      if (change.partition() == 0 && change.offset() == 1 && !isMended) {
        throw failure;
      }
      if (isDatabaseDown) {
        return CompletableFuture.failedFuture(new IllegalStateException("database down"));
      }
      written.add(change.partition() + "@" + change.offset());
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void applied(List<ConsumerRecord<String, byte[]>> batch) {}

    @Override
    public void paused(BadRecord at) {
      paused.add(at);
    }
  }

  private ApplyLoop loop(BadRecords badRecords) {
    return new ApplyLoop(
        "view", Map::of, _ -> true, new Writing(), badRecords, new SimpleMeterRegistry());
  }

  private BadRecords pausing() {
    return new BadRecords(
        "view", OnUndecodable.PAUSE, (topic, partition, offset) -> skipped.contains(offset));
  }

  private void comes(TopicPartition partition, long offset) {
    consumer.addRecord(
        new ConsumerRecord<>(
            partition.topic(), partition.partition(), offset, "key" + offset, new byte[0]));
  }

  private void come() {
    comes(FIRST, 0);
    comes(FIRST, 1);
    comes(FIRST, 2);
    comes(SECOND, 0);
  }

  @Test
  void an_undecodable_record_pauses_its_partition_and_no_other() {
    BadRecords badRecords = pausing();
    ApplyLoop loop = loop(badRecords);
    come();
    loop.turn(consumer);
    assertThat(written).containsExactlyInAnyOrder("0@0", "1@0");
    assertThat(consumer.paused()).containsExactly(FIRST);
    assertThat(consumer.position(FIRST)).as("before it").isEqualTo(1);
    assertThat(paused).extracting(BadRecord::at).containsExactly("states/0@1");
    assertThat(badRecords.degrading()).extracting(BadRecord::at).containsExactly("states/0@1");
    assertThat(badRecords.undecodable()).isEqualTo(1);
    assertThat(loop.behind()).as("what is paused does not count as lag").isZero();

    comes(SECOND, 1);
    loop.turn(consumer);
    assertThat(written).contains("1@1");
  }

  @Test
  void no_instance_begins_after_a_record_that_could_not_be_decoded() {
    ApplyLoop loop = loop(pausing());
    come();
    loop.turn(consumer);
    loop.rewindToStart();
    loop.turn(consumer);
    come();
    loop.turn(consumer);
    loop.rewind(Duration.ofSeconds(30));
    loop.turn(consumer);
    assertThat(consumer.committed(Set.of(FIRST))).containsEntry(FIRST, new OffsetAndMetadata(0));
    come();
    loop.turn(consumer);
    assertThat(loop.isRewinding()).as("the pause does not hold a rewind up").isFalse();
    assertThat(consumer.position(FIRST)).isEqualTo(1);
  }

  @Test
  void a_retry_applies_it_when_the_codec_was_mended() {
    BadRecords badRecords = pausing();
    ApplyLoop loop = loop(badRecords);
    come();
    loop.turn(consumer);
    isMended = true;
    loop.retry();
    comes(FIRST, 1);
    comes(FIRST, 2);
    loop.turn(consumer);
    assertThat(written).containsExactlyInAnyOrder("0@0", "1@0", "0@1", "0@2");
    assertThat(consumer.paused()).isEmpty();
    assertThat(badRecords.degrading()).isEmpty();
  }

  @Test
  void a_skip_goes_past_that_record_and_counts_it() {
    BadRecords badRecords = pausing();
    ApplyLoop loop = loop(badRecords);
    come();
    loop.turn(consumer);
    skipped.add(1L);
    comes(FIRST, 1);
    comes(FIRST, 2);
    loop.turn(consumer);
    assertThat(written).containsExactlyInAnyOrder("0@0", "1@0", "0@2");
    assertThat(consumer.paused()).isEmpty();
    assertThat(badRecords.degrading()).isEmpty();
    assertThat(badRecords.skipped()).isEqualTo(1);
  }

  @Test
  void a_skip_of_a_record_that_can_be_decoded_changes_nothing() {
    ApplyLoop loop = loop(pausing());
    isMended = true;
    skipped.add(1L);
    come();
    loop.turn(consumer);
    assertThat(written).contains("0@1");
  }

  @Test
  void a_record_of_an_unknown_kind_is_passed_over_and_counted() {
    BadRecords badRecords = pausing();
    failure = new UnknownKind("state", "later");
    come();
    loop(badRecords).turn(consumer);
    assertThat(written).containsExactlyInAnyOrder("0@0", "0@2", "1@0");
    assertThat(badRecords.unknown()).isEqualTo(1);
    assertThat(consumer.paused()).isEmpty();
  }

  @Test
  void a_failed_write_pauses_nothing_and_is_written_again() {
    BadRecords badRecords = pausing();
    ApplyLoop loop = loop(badRecords);
    isMended = true;
    isDatabaseDown = true;
    come();
    loop.turn(consumer);
    assertThat(loop.healthy()).isFalse();
    assertThat(consumer.paused()).isEmpty();
    isDatabaseDown = false;
    come();
    loop.turn(consumer);
    assertThat(written).containsExactlyInAnyOrder("0@0", "0@1", "0@2", "1@0");
    assertThat(badRecords.undecodable()).isZero();
  }

  @Test
  void an_outcome_that_cannot_be_decoded_holds_nobody_elses_up() {
    var badRecords = new BadRecords("projector", OnUndecodable.KEEP_LAST);
    come();
    loop(badRecords).turn(consumer);
    assertThat(written).containsExactlyInAnyOrder("0@0", "0@2", "1@0");
    assertThat(badRecords.degrading()).extracting(BadRecord::at).containsExactly("states/0@1");
  }
}
