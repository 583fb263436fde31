package isegoria.eventsourcing;

import isegoria.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Materializes topics, of its own service or another's, into tables, shared by all instances.
 *
 * <p>What it has applied it tells on the service's progress topic, which every instance reads: so
 * any instance can let a reader wait for rows that another one writes.
 */
public final class ViewConsumer implements AutoCloseable {

  private final String view;
  private final Topic progressTopic;
  private final RowWriter writer;
  private final Producer<String, byte[]> progressProducer;
  private final Progress progress;
  private final ApplyLoop loop;
  private final Tail progressTail;
  private final Set<String> parts;

  /**
   * Builds the view; {@link #start} starts it.
   *
   * @param view its name, unique in the service: consumer group {@code <service>-view-<name>}
   */
  public ViewConsumer(
      KafkaSettings kafka,
      String view,
      List<Topic> topics,
      Topic progressTopic,
      RowWriter writer,
      Barrier barrier) {
    this.view = view;
    this.progressTopic = progressTopic;
    this.writer = writer;
    this.progress = new Progress(view);
    this.progressProducer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    List<String> names = topics.stream().map(Topic::name).toList();
    String group = kafka.service() + "-view-" + view;
    this.loop = new ApplyLoop(group, kafka.consumer(group), Reading.shared(names), new Rows());
    this.progressTail = new Tail(kafka, group + "-progress", List.of(progressTopic), this::others);
    Set<String> all = new HashSet<>();
    for (Topic topic : topics) {
      barrier.register(topic.name(), progress);
      for (int partition = 0; partition < topic.partitions(kafka.partitions()); partition++) {
        all.add(part(topic.name(), partition));
      }
    }
    this.parts = Set.copyOf(all);
  }

  public void start() {
    progressTail.start();
    loop.start();
  }

  public boolean healthy() {
    return loop.healthy() && progressTail.caughtUp();
  }

  public Progress progress() {
    return progress;
  }

  /** Has the last changes applied again: what Cassandra may have lost when it came back. */
  public void rewind(Duration back) {
    loop.rewind(back);
  }

  /** Has everything applied again: what a table that was emptied is made of. */
  void rewindToStart() {
    loop.rewindToStart();
  }

  /** Records of its partitions that it has not applied yet. */
  long behind() {
    return loop.behind();
  }

  /** The partitions that it has begun anew since the last {@link #rewindToStart}. */
  Set<String> rewound() {
    return named(loop.rewound());
  }

  /** All partitions of its topics, whichever instance reads them. */
  Set<String> parts() {
    return parts;
  }

  private Set<String> named(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(partition -> part(partition.topic(), partition.partition()))
        .collect(Collectors.toSet());
  }

  private String part(String topic, int partition) {
    return view + "/" + topic + "/" + partition;
  }

  private void others(ConsumerRecord<String, byte[]> told) {
    String[] words = told.key().split("/", 3);
    if (words.length == 3 && words[0].equals(view) && told.value() != null) {
      progress.advance(
          words[1],
          Integer.parseInt(words[2]),
          Long.parseLong(new String(told.value(), java.nio.charset.StandardCharsets.US_ASCII)));
    }
  }

  private final class Rows implements ApplyLoop.Steps {

    @Override
    public CompletableFuture<?> write(ConsumerRecord<String, byte[]> change) {
      return writer.write(change).toCompletableFuture();
    }

    @Override
    public void applied(ConsumerRecords<String, byte[]> batch) {
      Map<TopicPartition, Long> passed = new HashMap<>();
      for (ConsumerRecord<String, byte[]> change : batch) {
        long position = RecordHeader.position(change.headers());
        if (position >= 0) {
          passed.merge(new TopicPartition(change.topic(), change.partition()), position, Math::max);
        }
      }
      passed.forEach((source, position) -> {
        progress.advance(source.topic(), source.partition(), position);
        var _ =
            progressProducer.send(
                new ProducerRecord<>(
                    progressTopic.name(),
                    0,
                    view + "/" + source.topic() + "/" + source.partition(),
                    RecordHeader.bytes(Long.toString(position))),
                (metadata, failure) -> {
                  // The next batch tells it again; a reader waits out its limit at the worst.
                });
      });
    }
  }

  @Override
  public void close() {
    loop.close();
    progressTail.close();
    progressProducer.close(Duration.ofSeconds(2));
  }
}
