package isegoria.eventsourcing.ask;

import isegoria.eventsourcing.wire.RecordHeader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the answers to one instance's commands, from now on, on the partition it names in them. */
final class ReplyTail implements AutoCloseable {

  /** Takes an answer to the asker who named it. */
  @FunctionalInterface
  interface Answers {
    void answered(String ask, byte[] outcome, boolean repeated);
  }

  private static final Logger LOG = LoggerFactory.getLogger(ReplyTail.class);

  private final Map<String, Object> config;
  private final TopicPartition partition;
  private final Answers answered;
  private final Thread thread;
  private volatile boolean ready;
  private volatile boolean running = true;

  ReplyTail(Map<String, Object> config, String topic, int partition, Answers answered) {
    this.config = config;
    this.partition = new TopicPartition(topic, partition);
    this.answered = answered;
    this.thread = Thread.ofPlatform().name("replies").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean ready() {
    return ready;
  }

  private void run() {
    while (running) {
      try (Consumer<String, byte[]> consumer =
          new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        // Seeking is lazy: without a position, an answer may come before the place to read from.
        long from = consumer.position(partition);
        LOG.debug("answers are read from {} of {}", from, partition);
        ready = true;
        while (running) {
          for (ConsumerRecord<String, byte[]> answer : consumer.poll(Duration.ofMillis(200))) {
            String ask = RecordHeader.text(answer.headers(), RecordHeader.REPLY_ASK);
            if (ask != null) {
              answered.answered(ask, answer.value(), RecordHeader.isRepeated(answer.headers()));
            }
          }
        }
      } catch (KafkaException e) {
        ready = false;
        LOG.warn("reply consumer failed, retrying in 500 ms: {}", e.toString());
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
