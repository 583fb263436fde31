package isegoria.eventsourcing.read;

import isegoria.events.Topic;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.wire.RecordHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How far the views of a service have come, published to all its instances on its progress topic.
 *
 * <p>Instances share a view's partitions, so a reader at one may wait for rows that another writes.
 * One reader of the topic serves all views: each record wakes it on every instance.
 */
public final class SharedProgress implements AutoCloseable {

  private final Topic topic;
  private final Map<String, Progress> byView = new ConcurrentHashMap<>();
  private final Producer<String, byte[]> producer;
  private final Tail tail;

  public SharedProgress(KafkaSettings kafka, Topic topic) {
    this(
        topic,
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer()),
        received -> new Tail(kafka, "progress", List.of(topic), received));
  }

  SharedProgress(
      Topic topic,
      Producer<String, byte[]> producer,
      Function<Consumer<ConsumerRecord<String, byte[]>>, Tail> tail) {
    this.topic = topic;
    this.producer = producer;
    this.tail = tail.apply(this::received);
  }

  public void start() {
    tail.start();
  }

  /**
   * Whether everything that was published before the start has been read, and the consumer still
   * runs.
   */
  public boolean healthy() {
    return tail.healthy();
  }

  /** A view's progress, as far as it is known here. */
  public Progress of(String view) {
    return byView.computeIfAbsent(view, Progress::new);
  }

  /** Notes that this instance has passed a position for a view, and publishes it. */
  public void publish(String view, String source, int partition, long position) {
    of(view).advance(source, partition, position);
    var _ =
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                0,
                view + "/" + source + "/" + partition,
                RecordHeader.bytes(Long.toString(position))),
            (metadata, failure) -> {
              // The next batch publishes it again; at worst a reader waits until its limit.
            });
  }

  private void received(ConsumerRecord<String, byte[]> record) {
    String[] words = record.key().split("/", 3);
    if (words.length == 3 && record.value() != null) {
      of(words[0])
          .advance(
              words[1],
              Integer.parseInt(words[2]),
              Long.parseLong(new String(record.value(), StandardCharsets.US_ASCII)));
    }
  }

  @Override
  public void close() {
    tail.close();
    producer.close(Duration.ofSeconds(2));
  }
}
