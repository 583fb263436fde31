package isegoria.gateway.kafka;

import isegoria.gateway.auth.Revocations;
import isegoria.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Consumes revoked tokens. Every gateway reads every partition from its end, without a group. When
 * Kafka cannot be reached, tokens stay cached for their minute at most, and the tail comes back.
 */
public final class RevocationTail implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RevocationTail.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Map<String, Object> config;
  private final String topic;
  private final Revocations revocations;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean running;

  public RevocationTail(KafkaConnection connection, String topic, Revocations revocations) {
    this.config = connection.config();
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-revocations");
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    // A dead broker is asked rarely: the cache's age bounds what is missed.
    config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    this.topic = topic;
    this.revocations = revocations;
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("revocation-tail").daemon(true).start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try (var consumer =
          new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        tail(consumer);
      } catch (WakeupException | InterruptException e) {
        return;
      } catch (KafkaException e) {
        LOG.atWarn()
            .addKeyValue("event", "revocations-lost")
            .addKeyValue("cause", e.getClass().getSimpleName())
            .log("revocations are not heard of for the moment");
      } catch (RuntimeException e) {
        // What it said is not known, so tokens are asked for as if nothing had been heard.
        LOG.atError()
            .addKeyValue("event", "revocation-unreadable")
            .addKeyValue("cause", e.getClass().getSimpleName())
            .log("a revocation could not be read, begins at the end of the topic again");
      } finally {
        revocations.lost();
      }
      pause();
    }
  }

  private void tail(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (partitions.isEmpty()) {
      return;
    }
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // Seeking is lazy: this takes the position now.
    revocations.tailing();
    LOG.atInfo()
        .addKeyValue("event", "revocations-tailed")
        .addKeyValue("partitions", partitions.size())
        .log("revocations are heard of");
    while (running) {
      for (ConsumerRecord<byte[], byte[]> revocation : consumer.poll(POLL)) {
        if (revocation.key() != null) {
          revocations.heard(new String(revocation.key(), StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void pause() {
    try {
      boolean _ = stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
