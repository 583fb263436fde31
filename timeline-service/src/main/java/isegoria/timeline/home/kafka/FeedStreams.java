package isegoria.timeline.home.kafka;

import isegoria.eventsourcing.fold.FoldApp;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.PacedClients;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * The Streams application of the feeds.
 *
 * <p>It delivers at least once, not exactly once: an entry that comes twice is one entry, and a
 * record is readable at once instead of at the next commit.
 */
public final class FeedStreams {

  /** Entries of one poll are sent together; each waits so long at most. */
  private static final int LINGER_MILLIS = 2;

  private FeedStreams() {}

  public static FoldApp of(KafkaSettings kafka, Topology topology) {
    return new FoldApp(
        kafka,
        "feed streams",
        FeedTopology.APPLICATION,
        config -> new KafkaStreams(topology, atLeastOnce(config), new PacedClients()));
  }

  private static Properties atLeastOnce(Properties config) {
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    // What a decider gave up must never show, though this app itself is not transactional.
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
    // Readers wait for entries: none is gathered, as changes of counts are.
    config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), 1);
    return config;
  }
}
