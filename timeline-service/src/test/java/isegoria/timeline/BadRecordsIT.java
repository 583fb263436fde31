package isegoria.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import isegoria.events.Topic;
import isegoria.eventsourcing.apply.ViewConsumer;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import isegoria.eventsourcing.read.Barrier;
import isegoria.eventsourcing.read.Position;
import isegoria.eventsourcing.read.SharedProgress;
import isegoria.eventsourcing.read.Tail;
import isegoria.kafka.KafkaConnection;
import isegoria.testkit.backing.Backing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A planted record that nothing can decode, on a real broker, and one after another instance. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadRecordsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Topic STATES = topic("bad-records.states.v1", 2);
  private static final Topic PROGRESS = topic("bad-records.progress.v1", 1);
  private static final String BAD = STATES.name() + "/0@1";

  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private KafkaSettings kafka;

  @SuppressWarnings("NullAway.Init") // Set before the first test.
  BadRecordsIT() {}

  private static Topic topic(String name, int partitions) {
    return new Topic(
        name,
        "bad-records",
        Topic.Access.INTERNAL,
        Topic.Cleanup.COMPACT,
        Topic.FOREVER,
        partitions,
        null);
  }

  @BeforeAll
  void publish(@TempDir Path dir) throws Exception {
    String bootstrap = Backing.shared().kafkaBootstrapServers();
    kafka = new KafkaSettings(KafkaConnection.plaintext(bootstrap), 2, "bad-records", 0, dir, 0);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        var producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
      for (Topic topic : List.of(STATES, PROGRESS)) {
        admin
            .createTopics(
                List.of(
                    new NewTopic(topic.name(), topic.partitions(2), (short) 1)
                        .configs(topic.config())))
            .all()
            .get();
      }
      send(producer, 0, "ana", "first");
      send(producer, 0, "bo", "?");
      send(producer, 0, "cy", "after");
      send(producer, 1, "dee", "elsewhere");
    }
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, int partition, String key, String value)
      throws Exception {
    producer
        .send(
            new ProducerRecord<>(
                STATES.name(), partition, key, value.getBytes(StandardCharsets.UTF_8)))
        .get();
  }

  private CompletionStage<?> write(ConsumerRecord<String, byte[]> change) {
    String value = new String(change.value(), StandardCharsets.UTF_8);
    if (value.equals("?")) {
      throw new IllegalArgumentException("planted");
    }
    written.add(value);
    return CompletableFuture.completedStage(null);
  }

  /** One process of the service. */
  private final class Instance implements AutoCloseable {
    final SharedProgress progress = new SharedProgress(kafka, PROGRESS);
    final Barrier barrier = new Barrier();
    final ViewConsumer view =
        new ViewConsumer(
                kafka,
                "states",
                List.of(STATES),
                BadRecordsIT.this::write,
                progress,
                new SimpleMeterRegistry())
            .registerAt(barrier);

    Instance() {
      progress.start();
      view.start();
    }

    boolean isPaused() {
      return degrading(view).equals(List.of(BAD));
    }

    boolean shows(long offset) {
      try {
        return barrier.await(
            List.of(new Position(Position.ofOwn(STATES.name()), 0, offset)), Duration.ZERO);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      view.close();
      progress.close();
    }
  }

  private static List<String> degrading(TopicReader reader) {
    return reader.badRecords().orElseThrow().degrading().stream().map(BadRecord::at).toList();
  }

  private static void until(BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertThat(System.nanoTime()).as("too late").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void a_table_view_pauses_one_partition_at_every_instance_until_the_record_is_skipped() {
    try (Instance first = new Instance()) {
      until(() -> first.isPaused() && written.contains("elsewhere"));
      assertThat(written).containsExactlyInAnyOrder("first", "elsewhere");
      // A view's first batch may come with its share: it counts as healthy from the next poll.
      // Degraded stays routable.
      until(first.view::healthy);
      until(() -> first.shows(2));
    }
    try (Instance second = new Instance()) {
      until(second::isPaused);
      assertThat(written).as("the next instance stops there as well").doesNotContain("after");
      BadRecord bad = badRecords(second.view).degrading().getFirst();
      second.view.skip(bad, "planted", Instant.now()).toCompletableFuture().join();
      until(() -> written.contains("after"));
      assertThat(badRecords(second.view).skipped()).isEqualTo(1);
      assertThat(degrading(second.view)).isEmpty();
    }
    written.clear();
    try (Instance third = new Instance()) {
      until(() -> third.progress.healthy() && third.view.healthy());
      third.view.rewindToStart();
      until(() -> written.containsAll(Set.of("first", "after", "elsewhere")));
      assertThat(degrading(third.view)).as("a restart honours the skip").isEmpty();
      assertThat(third.progress.skips())
          .extracting(SharedProgress.Skip::reason)
          .containsExactly("planted");
    }
  }

  private static BadRecords badRecords(TopicReader reader) {
    return reader.badRecords().orElseThrow();
  }

  @Test
  void a_tail_goes_on_past_it() {
    Map<String, String> known = new ConcurrentHashMap<>();
    try (var tail =
        new Tail(
            kafka,
            "known",
            List.of(STATES),
            OnUndecodable.KEEP_LAST,
            change -> {
              String value = new String(change.value(), StandardCharsets.UTF_8);
              if (value.equals("?")) {
                throw new IllegalArgumentException("planted");
              }
              known.put(change.key(), value);
            })) {
      tail.start();
      until(tail::healthy);
      assertThat(known)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("ana", "first", "cy", "after", "dee", "elsewhere"));
      assertThat(degrading(tail)).containsExactly(BAD);
    }
  }
}
