package isegoria.eventsourcing.read;

import isegoria.events.Topic;
import isegoria.eventsourcing.kafka.BadRecord;
import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import isegoria.eventsourcing.wire.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * How far the views of a service have come, where they are paused, and which records an operator
 * has had skipped, shared by all its instances through its compacted progress topic.
 *
 * <p>Instances share a view's partitions, so a reader at one may wait for rows that another writes.
 * One reader of the topic serves all views: each record wakes it on every instance. Positions are
 * therefore published at a {@link PublishPace}; this instance's own readers do not wait for that.
 *
 * <p>A record's key is {@code <view>/<topic>/<partition>} for a position, with {@code /paused} for
 * a pause, which a tombstone ends, and with {@code /skip/<offset>} for a skip, whose value is its
 * time and its reason.
 */
public final class SharedProgress implements TopicReader, AutoCloseable {

  /**
   * A record that views pass over although they cannot decode it.
   *
   * @param reason why the operator gave it up
   */
  public record Skip(
      String view, String topic, int partition, long offset, String reason, Instant at) {}

  private static final String PAUSED = "paused";
  private static final String SKIP = "skip";

  private final Topic topic;
  private final Map<String, Progress> byView = new ConcurrentHashMap<>();
  private final Set<String> paused = ConcurrentHashMap.newKeySet();
  private final Map<String, Skip> skips = new ConcurrentHashMap<>();
  private final Producer<String, byte[]> producer;
  private final Tail tail;
  private final ScheduledExecutorService timer;
  private final PublishPace pace;

  public SharedProgress(KafkaSettings kafka, Topic topic) {
    this(
        topic,
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer()),
        received -> new Tail(kafka, "progress", List.of(topic), OnUndecodable.SKIP, received));
  }

  SharedProgress(
      Topic topic,
      Producer<String, byte[]> producer,
      Function<Consumer<ConsumerRecord<String, byte[]>>, Tail> tail) {
    this.topic = topic;
    this.producer = producer;
    this.tail = tail.apply(this::received);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("progress-pace").daemon().factory());
    this.pace =
        new PublishPace(
            // The next batch tells it again; a reader waits out its limit at the worst.
            (place, position) -> {
              var _ = send(place, Long.toString(position));
            },
            (delay, flush) -> {
              var _ = timer.schedule(flush, delay.toNanos(), TimeUnit.NANOSECONDS);
            },
            System::nanoTime);
  }

  public void start() {
    tail.start();
  }

  @Override
  public String name() {
    return tail.name();
  }

  /** Whether everything that was told before the start is known here, and is still listened to. */
  @Override
  public boolean healthy() {
    return tail.healthy();
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return tail.badRecords();
  }

  /** A view's progress, as far as it is known here. */
  public Progress of(String view) {
    return byView.computeIfAbsent(view, Progress::new);
  }

  /**
   * Notes that this instance has passed a position for a view, and publishes it within {@link
   * PublishPace#BEHIND_MAX}.
   */
  public void publish(String view, String source, int partition, long position) {
    of(view).advance(source, partition, position);
    pace.passed(place(view, source, partition), position);
  }

  /** Has no instance's readers wait for a view on a partition. */
  public void pause(BadRecord at) {
    setPaused(at.reader(), at.topic(), at.partition(), true);
    var _ = send(place(at.reader(), at.topic(), at.partition()) + "/" + PAUSED, at.at());
  }

  /** Has readers wait again, where they do not; called with what the view has applied. */
  public void resume(String view, String source, int partition) {
    if (!paused.isEmpty() && paused.contains(place(view, source, partition))) {
      setPaused(view, source, partition, false);
      var _ = send(place(view, source, partition) + "/" + PAUSED, null);
    }
  }

  /** Has every instance skip a record from now on; complete when it is stored. */
  public CompletionStage<Void> skip(Skip skip) {
    String key = place(skip.view(), skip.topic(), skip.partition()) + "/" + SKIP;
    return send(key + "/" + skip.offset(), skip.at() + " " + skip.reason());
  }

  /** The records that one view skips. */
  public BadRecords.Skips skipsOf(String view) {
    return (source, partition, offset) ->
        skips.containsKey(place(view, source, partition) + "@" + offset);
  }

  /** All that operators have had skipped. */
  public List<Skip> skips() {
    return skips.values().stream().sorted(Comparator.comparing(Skip::at)).toList();
  }

  private static String place(String view, String source, int partition) {
    return view + "/" + source + "/" + partition;
  }

  private CompletionStage<Void> send(String key, @Nullable String value) {
    var stored = new CompletableFuture<Void>();
    var _ =
        producer.send(
            new ProducerRecord<>(
                topic.name(), 0, key, value == null ? null : RecordHeader.bytes(value)),
            (metadata, failure) -> {
              if (failure == null) {
                stored.complete(null);
              } else {
                stored.completeExceptionally(failure);
              }
            });
    return stored;
  }

  private void setPaused(String view, String source, int partition, boolean isPaused) {
    String place = place(view, source, partition);
    // Positions of a topic's own offsets go by another name; the pause holds for both.
    for (String name : List.of(source, Position.ofOwn(source))) {
      if (isPaused) {
        of(view).pause(name, partition);
      } else {
        of(view).resume(name, partition);
      }
    }
    if (isPaused) {
      paused.add(place);
    } else {
      paused.remove(place);
    }
  }

  private void received(ConsumerRecord<String, byte[]> record) {
    String[] words = record.key().split("/", 5);
    String value =
        record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8);
    int partition = Integer.parseInt(words[2]);
    if (words.length == 3 && value != null) {
      of(words[0]).advance(words[1], partition, Long.parseLong(value));
    } else if (words.length == 4 && words[3].equals(PAUSED)) {
      setPaused(words[0], words[1], partition, value != null);
    } else if (words.length == 5 && words[3].equals(SKIP)) {
      received(words[0], words[1], partition, Long.parseLong(words[4]), value);
    }
  }

  private void received(
      String view, String source, int partition, long offset, @Nullable String value) {
    String place = place(view, source, partition) + "@" + offset;
    if (value == null) {
      skips.remove(place);
    } else {
      String[] words = value.split(" ", 2);
      skips.put(
          place, new Skip(view, source, partition, offset, words[1], Instant.parse(words[0])));
    }
  }

  /** Publishes what is pending first: other instances' readers may wait for it. */
  @Override
  public void close() {
    tail.close();
    // It runs what is due, and waits for it.
    timer.close();
    producer.close(Duration.ofSeconds(2));
  }
}
