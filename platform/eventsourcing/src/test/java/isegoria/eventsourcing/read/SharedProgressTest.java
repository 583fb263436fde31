package isegoria.eventsourcing.read;

import static org.assertj.core.api.Assertions.assertThat;

import isegoria.events.Topic;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.OnUndecodable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SharedProgressTest {

  private static final Topic TOPIC = Topics.TIMELINE_PROGRESS;
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC.name(), 0);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  private SharedProgress progress() {
    consumer.updatePartitions(
        TOPIC.name(), List.of(new PartitionInfo(TOPIC.name(), 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    return new SharedProgress(
        TOPIC,
        producer,
        received ->
            new Tail(
                () -> consumer, "progress", List.of(TOPIC), null, OnUndecodable.SKIP, received));
  }

  /** The tail of an instance that only sends. */
  private static Tail unread(Consumer<ConsumerRecord<String, byte[]>> received) {
    return new Tail(
        () -> new MockConsumer<>("earliest"),
        "progress",
        List.of(TOPIC),
        null,
        OnUndecodable.SKIP,
        received);
  }

  private void comes(String position) {
    comes("posts/states/0", position.getBytes(StandardCharsets.US_ASCII));
  }

  private void comes(String key, byte @Nullable [] value) {
    consumer.schedulePollTask(() -> {
      long offset = consumer.position(PARTITION);
      consumer.addRecord(new ConsumerRecord<>(TOPIC.name(), 0, offset, key, value));
    });
  }

  /** What one instance has sent comes to another. */
  private void sentComes() {
    producer.history().forEach(sent -> comes(sent.key(), sent.value()));
    producer.clear();
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
    comes("no position");
    comes("8");
    until(() -> progress.of("posts").passed("states", 0) == 8);
    assertThat(progress.healthy()).as("what is no position is passed over").isTrue();
    consumer.schedulePollTask(() -> {
      throw new StackOverflowError("planted");
    });
    until(() -> !progress.healthy());
    progress.close();
  }

  @Test
  void readers_at_other_instances_do_not_wait_for_a_view_that_is_paused() throws Exception {
    var one = new SharedProgress(TOPIC, producer, SharedProgressTest::unread);
    one.pause(new BadRecord("posts", "states", 0, 17, "Planted", Instant.EPOCH));
    SharedProgress other = progress();
    var barrier = new Barrier();
    barrier.register("states", other.of("posts"));
    other.start();
    until(other::healthy);
    assertThat(barrier.await(List.of(new Position("states", 0, 99)), Duration.ZERO)).isFalse();
    sentComes();
    until(() -> awaits(barrier, new Position("states", 0, 99)));
    assertThat(awaits(barrier, new Position("states", 1, 99))).as("another partition").isFalse();

    one.resume("posts", "states", 0);
    sentComes();
    until(() -> !awaits(barrier, new Position("states", 0, 99)));
    other.close();
  }

  @Test
  void a_skip_holds_for_every_instance_and_after_a_restart() {
    var one = new SharedProgress(TOPIC, producer, SharedProgressTest::unread);
    var skip = new SharedProgress.Skip("posts", "states", 0, 17, "one post of 2019", Instant.EPOCH);
    assertThat(one.skip(skip).toCompletableFuture()).isCompleted();

    SharedProgress other = progress();
    other.start();
    sentComes();
    until(() -> other.skipsOf("posts").isSkipped("states", 0, 17));
    assertThat(other.skips()).containsExactly(skip);
    assertThat(other.skipsOf("posts").isSkipped("states", 0, 18)).isFalse();
    assertThat(other.skipsOf("accounts").isSkipped("states", 0, 17)).isFalse();
    other.close();
  }

  @Test
  void what_is_pending_at_the_end_is_published() {
    SharedProgress one = new SharedProgress(TOPIC, producer, SharedProgressTest::unread);
    for (int position = 1; position <= 100; position++) {
      one.publish("posts", "states", 0, position);
      one.publish("posts", "states", 1, position + 100);
    }
    one.close();
    assertThat(producer.closed()).isTrue();
    var last = new HashMap<String, String>();
    producer
        .history()
        .forEach(sent -> last.put(sent.key(), new String(sent.value(), StandardCharsets.US_ASCII)));
    assertThat(last).isEqualTo(Map.of("posts/states/0", "100", "posts/states/1", "200"));
  }

  @Test
  void readers_of_this_instance_do_not_wait_for_the_pace() {
    SharedProgress one = new SharedProgress(TOPIC, producer, SharedProgressTest::unread);
    one.publish("posts", "states", 0, 1);
    one.publish("posts", "states", 0, 2);
    assertThat(one.of("posts").passed("states", 0)).isEqualTo(2);
    one.close();
  }

  private static boolean awaits(Barrier barrier, Position position) {
    try {
      return barrier.await(List.of(position), Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
