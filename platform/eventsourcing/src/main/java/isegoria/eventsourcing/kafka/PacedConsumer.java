package isegoria.eventsourcing.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A consumer that waits some milliseconds so that one poll returns more records.
 *
 * <p>It exists because a broker answers a fetch as soon as there is one record, so a consumer that
 * asks again at once costs itself and the broker a request for each record, thousands a second.
 */
public final class PacedConsumer<K, V> extends KafkaConsumer<K, V> {

  private final Pace pace;

  public PacedConsumer(
      Map<String, Object> config, Deserializer<K> keyDeserializer, Deserializer<V> deserializer) {
    super(config, keyDeserializer, deserializer);
    Object most =
        config.getOrDefault(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ConsumerConfig.DEFAULT_MAX_POLL_RECORDS);
    this.pace = new Pace(Integer.parseInt(most.toString()));
  }

  @Override
  public ConsumerRecords<K, V> poll(Duration timeout) {
    long wait = pace.waitNanos(System.nanoTime());
    if (wait > 0) {
      LockSupport.parkNanos(wait);
    }
    ConsumerRecords<K, V> batchEnds = super.poll(timeout);
    pace.brought(batchEnds.count(), System.nanoTime());
    return batchEnds;
  }
}
