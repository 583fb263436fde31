package isegoria.timeline.home.kafka;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.timeline.home.read.ReaderSignals;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Signals to the feeds' tasks who reads, at most once an hour for each reader; a lost signal costs
 * nothing.
 */
public final class ReadSignals implements ReaderSignals, AutoCloseable {

  private static final Duration TOLD_FOR = Duration.ofHours(1);

  /** Readers that were signalled lately; an evicted one is signalled again. */
  private static final int READERS_MAX = 200_000;

  private final KafkaProducer<String, byte[]> producer;
  private final int partitions;
  private final Clock clock;
  private final Cache<Long, Boolean> signalled =
      Caffeine.newBuilder().maximumSize(READERS_MAX).expireAfterWrite(TOLD_FOR).build();

  public ReadSignals(KafkaSettings kafka, Clock clock) {
    var config = kafka.producer();
    // A page never waits for this: without a broker the signal is dropped.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1024L * 1024);
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.partitions = Topics.TIMELINE_HOME_SNAPSHOTS.partitions(kafka.partitions());
    this.clock = clock;
  }

  @Override
  public void hasRead(long readerId) {
    if (signalled.asMap().putIfAbsent(readerId, true) == null) {
      String key = HomeKey.ofRead(readerId);
      byte[] at = ByteBuffer.allocate(Long.BYTES).putLong(clock.millis()).array();
      int partition = Partitioning.ofKey(key, partitions);
      var signal = new ProducerRecord<>(Topics.TIMELINE_HOME_SNAPSHOTS.name(), partition, key, at);
      var _ =
          producer.send(
              signal,
              (_, failure) -> {
                if (failure != null) {
                  signalled.invalidate(readerId);
                }
              });
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
  }
}
