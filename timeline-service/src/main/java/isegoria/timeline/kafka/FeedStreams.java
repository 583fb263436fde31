package isegoria.timeline.kafka;

import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.PacedClients;
import isegoria.eventsourcing.kafka.TopicReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Streams application of the feeds, started and stopped as one.
 *
 * <p>It delivers at least once, not exactly once: an entry that comes twice is one entry, and a
 * record is readable at once instead of at the next commit.
 */
public final class FeedStreams implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedStreams.class);

  /** Entries of one poll are sent together; each waits so long at most. */
  private static final int LINGER_MILLIS = 2;

  private final BadRecords badRecords = new BadRecords("feed streams", OnUndecodable.SKIP);
  private final KafkaStreams streams;

  public FeedStreams(KafkaSettings kafka, Topology topology) {
    this.streams = new KafkaStreams(topology, config(kafka, badRecords), new PacedClients());
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("feed thread failed, a new one replaces it", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
  }

  private static Properties config(KafkaSettings kafka, BadRecords badRecords) {
    Properties config = kafka.folding(FeedTopology.APPLICATION, badRecords);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    // What a decider gave up must never show, though this app itself is not transactional.
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
    return config;
  }

  public void start() {
    streams.start();
  }

  @Override
  public String name() {
    return "feed streams";
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(badRecords);
  }

  /** Whether feeds are being made; a rebalance is part of it. */
  @Override
  public boolean healthy() {
    return streams.state().isRunningOrRebalancing();
  }

  @Override
  public void close() {
    streams.close(Duration.ofSeconds(5));
  }
}
