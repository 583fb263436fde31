package isegoria.eventsourcing.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A consumer that takes what comes fast together: polls that bring something lie some milliseconds
 * apart.
 *
 * <p>It exists because a broker answers a fetch as soon as there is one record, so a consumer that
 * asks again at once costs itself and the broker a request for each record, thousands a second.
 * What comes seldom is not delayed: whoever has waited for a record longer than that gets it at
 * once.
 */
public final class PacedConsumer<K, V> extends KafkaConsumer<K, V> {

  /** Between two polls that bring something: what a reader of a fresh post does not notice. */
  public static final Duration APART = Duration.ofMillis(10);

  private long broughtAtNanos = System.nanoTime() - APART.toNanos();

  public PacedConsumer(
      Map<String, Object> config, Deserializer<K> keyDeserializer, Deserializer<V> deserializer) {
    super(config, keyDeserializer, deserializer);
  }

  @Override
  public ConsumerRecords<K, V> poll(Duration timeout) {
    long early = APART.toNanos() - (System.nanoTime() - broughtAtNanos);
    if (early > 0) {
      LockSupport.parkNanos(early);
    }
    ConsumerRecords<K, V> polled = super.poll(timeout);
    if (!polled.isEmpty()) {
      broughtAtNanos = System.nanoTime();
    }
    return polled;
  }
}
