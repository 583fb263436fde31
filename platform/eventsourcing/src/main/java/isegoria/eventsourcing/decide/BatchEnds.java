package isegoria.eventsourcing.decide;

import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Where each partition's last poll ended: the command there is the one after which its batch is
 * committed.
 *
 * <p>It exists because Streams does not let a processor see what is still buffered. Committing by
 * the clock alone costs either a wait of a whole poll for a command that comes within the
 * millisecond of a commit, or a hundred empty polls a second; committing after each command costs a
 * transaction for each.
 */
final class BatchEnds {

  private static final String CONFIG = "isegoria.polled-ends";

  private final Map<TopicPartition, Long> lastOffsets = new ConcurrentHashMap<>();

  /** Has the app's consumer note its polls here. */
  void listenIn(Properties app) {
    app.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
        Listener.class.getName());
    app.put(StreamsConfig.mainConsumerPrefix(CONFIG), this);
  }

  /** Notes that a poll ended there. */
  void note(TopicPartition partition, long lastOffset) {
    lastOffsets.put(partition, lastOffset);
  }

  /** Whether no command of the partition's last poll comes after this one. */
  boolean isLast(TopicPartition partition, long offset) {
    Long last = lastOffsets.get(partition);
    return last == null || offset >= last;
  }

  /** Made by the consumer, which takes classes only; it finds its notes in the configuration. */
  public static final class Listener implements ConsumerInterceptor<byte[], byte[]> {

    private BatchEnds ends = new BatchEnds();

    @Override
    public void configure(Map<String, ?> configs) {
      ends = (BatchEnds) Objects.requireNonNull(configs.get(CONFIG), CONFIG);
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
      for (TopicPartition partition : records.partitions()) {
        ends.note(partition, records.records(partition).getLast().offset());
      }
      return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
      // Offsets are committed by the producer's transactions.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
