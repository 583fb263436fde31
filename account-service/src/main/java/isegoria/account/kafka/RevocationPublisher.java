package isegoria.account.kafka;

import isegoria.events.Partitioning;
import isegoria.events.Topics;
import isegoria.eventsourcing.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes to every gateway that a token was revoked, so that none answers from its cache. */
public final class RevocationPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RevocationPublisher.class);

  private final Producer<String, byte[]> producer;
  private final int partitions;

  public RevocationPublisher(KafkaSettings kafka) {
    this.producer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    this.partitions = Topics.ACCOUNT_REVOCATIONS.partitions(kafka.partitions());
  }

  /**
   * A revocation that cannot be published takes effect when the gateways' caches expire, a minute
   * later.
   */
  public void publish(String sid) {
    byte[] body = ("{\"sid\":\"" + sid + "\"}").getBytes(StandardCharsets.UTF_8);
    var _ =
        producer.send(
            new ProducerRecord<>(
                Topics.ACCOUNT_REVOCATIONS.name(), Partitioning.of(sid, partitions), sid, body),
            (metadata, failure) -> {
              if (failure != null) {
                LOG.warn(
                    "revocation not published, gateways keep the token until their cache expires:"
                        + " {}",
                    failure.toString());
              }
            });
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
