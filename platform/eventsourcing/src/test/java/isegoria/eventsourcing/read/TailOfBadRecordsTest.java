package isegoria.eventsourcing.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topics;
import isegoria.events.UnknownKind;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.OnUndecodable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tail of sanctions, say, by key; {@code ?} is bytes that it cannot decode. */
final class TailOfBadRecordsTest {

  private static final String TOPIC = Topics.MODERATION_ENFORCEMENT.name();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private @Nullable Tail tail;

  private Tail start(OnUndecodable policy) {
    consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    var started =
        new Tail(
            () -> consumer,
            "sanctions",
            List.of(Topics.MODERATION_ENFORCEMENT),
            null,
            policy,
            this::changed);
    tail = started;
    started.start();
    until(started::healthy);
    return started;
  }

  @AfterEach
  void close() {
    if (tail != null) {
      tail.close();
    }
  }

  private void changed(ConsumerRecord<String, byte[]> change) {
    String value = new String(change.value(), StandardCharsets.UTF_8);
    switch (value) {
      case "?" -> throw new IllegalArgumentException("bytes: no sanction");
      case "later" -> throw new UnknownKind("sanction", value);
      case "fatal" -> throw new StackOverflowError("planted");
      default -> known.put(change.key(), value);
    }
  }

  private void comes(String key, String value) {
    consumer.schedulePollTask(() ->
        consumer.addRecord(
            new ConsumerRecord<>(
                TOPIC,
                0,
                consumer.position(PARTITION),
                key,
                value.getBytes(StandardCharsets.UTF_8))));
  }

  private static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("too late").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  private static BadRecords badRecords(Tail tail) {
    return tail.badRecords().orElseThrow();
  }

  @Test
  void an_undecodable_record_keeps_its_keys_last_value_and_degrades_until_a_later_one_comes() {
    Tail sanctions = start(OnUndecodable.KEEP_LAST);
    comes("ana", "suspended");
    comes("ana", "?");
    comes("bo", "limited");
    until(() -> known.containsKey("bo"));
    assertThat(known).containsEntry("ana", "suspended");
    assertThat(badRecords(sanctions).degrading())
        .extracting(BadRecord::at)
        .containsExactly(TOPIC + "/0@1");
    assertThat(sanctions.healthy()).as("degraded stays routable").isTrue();

    comes("ana", "free");
    until(() -> badRecords(sanctions).degrading().isEmpty());
    assertThat(known).containsEntry("ana", "free");
    assertThat(badRecords(sanctions).undecodable()).isEqualTo(1);
  }

  @Test
  void where_one_entry_less_does_no_harm_it_is_skipped_and_counted() {
    Tail entries = start(OnUndecodable.SKIP);
    comes("a", "?");
    comes("b", "entry");
    until(() -> known.containsKey("b"));
    assertThat(badRecords(entries).undecodable()).isEqualTo(1);
    assertThat(badRecords(entries).degrading()).isEmpty();
    assertThat(entries.healthy()).isTrue();
  }

  @Test
  void a_record_of_an_unknown_kind_is_passed_over_and_counted() {
    Tail sanctions = start(OnUndecodable.KEEP_LAST);
    comes("ana", "later");
    comes("bo", "limited");
    until(() -> known.containsKey("bo"));
    assertThat(badRecords(sanctions).unknown()).isEqualTo(1);
    assertThat(badRecords(sanctions).undecodable()).isZero();
    assertThat(badRecords(sanctions).degrading()).isEmpty();
  }

  @Test
  void its_progress_passes_a_record_that_cannot_be_decoded() {
    Tail entries = start(OnUndecodable.SKIP);
    comes("a", "?");
    until(() -> entries.progress().passed(Position.ofOwn(TOPIC), 0) == 0);
    assertThat(badRecords(entries).undecodable()).isEqualTo(1);
  }

  @Test
  void a_tail_whose_thread_died_is_not_healthy() {
    Tail sanctions = start(OnUndecodable.KEEP_LAST);
    comes("ana", "fatal");
    until(() -> !sanctions.healthy());
    assertThat(sanctions.caughtUp()).as("has been").isTrue();
  }
}
