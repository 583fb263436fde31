package isegoria.eventsourcing.kafka;

import isegoria.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * How a service reaches Kafka, and every client property that the platform relies on, each set here
 * with its reason.
 *
 * @param instance ordinal of this process among its service's, from 0
 * @param partitions of every topic that follows the cluster's count
 * @param stateDir survives restarts: else a new process cannot fence its own open transaction
 * @param standbys copies of every store on other instances, so that a dead one's partitions answer
 */
public record KafkaSettings(
    KafkaConnection connection,
    int partitions,
    String service,
    int instance,
    Path stateDir,
    int standbys) {

  /** After this a silent instance is dead and its partitions move. */
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

  /** An open transaction of a dead instance is given up after this. */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(5);

  /** A record that is not acknowledged within this is reported as unknown. */
  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(8);

  /**
   * Records of one transaction are sent together: its commit sends what waits, so this is no delay.
   * Together they are one request, and their partitions join the transaction in one step.
   */
  private static final Duration TRANSACTION_LINGER = Duration.ofMillis(20);

  /** The same for a fold, whose transactions last a second. */
  private static final Duration FOLD_LINGER = Duration.ofMillis(500);

  /**
   * A reader for whom no caller waits is answered once per half second, or when so much has come: a
   * request for each record would cost more than what is done with it.
   */
  private static final int GATHERED_BYTES_MIN = 64 * 1024;

  private static final Duration GATHERED_WITHIN = Duration.ofMillis(500);

  /** How long a client waits for metadata or buffer before it says that it cannot send. */
  private static final Duration BLOCK_MAX = Duration.ofSeconds(2);

  private Map<String, Object> client() {
    Map<String, Object> config = connection.config();
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    // Metrics are read from the clients themselves; thousands of JMX beans slow every start.
    config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    return config;
  }

  /** A producer for single records that a caller waits for. */
  public Map<String, Object> producer() {
    Map<String, Object> config = client();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) BLOCK_MAX.toMillis());
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L * 1024 * 1024);
    return config;
  }

  /** A consumer that sees what is committed and commits what it has applied. */
  public Map<String, Object> consumer(@Nullable String group) {
    Map<String, Object> config = client();
    if (group != null) {
      config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
      config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + instance);
      config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_TIMEOUT.toMillis());
      config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
      config.put(
          ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
          "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    }
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024);
    return config;
  }

  /** A consumer for whom no caller waits: records come in portions, half a second late. */
  public Map<String, Object> gathering(String group) {
    Map<String, Object> config = consumer(group);
    config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, GATHERED_BYTES_MIN);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) GATHERED_WITHIN.toMillis());
    return config;
  }

  /** A consumer that keeps its partitions for ever, so a fetch may wait long for records. */
  public Map<String, Object> tailing() {
    Map<String, Object> config = consumer(null);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_000);
    return config;
  }

  /**
   * A consumer with assigned partitions that commits under a group's name without joining the
   * group.
   */
  public Map<String, Object> committing(String group) {
    Map<String, Object> config = consumer(null);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    return config;
  }

  /**
   * A Streams app that decides. Its processor commits at the end of each poll; the interval bounds
   * what a flood puts into one transaction, because a caller waits for each command.
   */
  public Properties deciding(String application) {
    Properties config = streams(application);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
    lingering(config, TRANSACTION_LINGER);
    return config;
  }

  /**
   * A Streams app that folds: no caller waits, so a second's records share a commit, and half a
   * second's a request.
   *
   * @param badRecords where records are counted that the fold cannot decode and goes on without
   */
  public Properties folding(String application, BadRecords badRecords) {
    Properties config = streams(application);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
    lingering(config, FOLD_LINGER);
    config.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG),
        GATHERED_BYTES_MIN);
    config.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
        (int) GATHERED_WITHIN.toMillis());
    config.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, SkippingHandler.class.getName());
    config.put(SkippingHandler.BAD_RECORDS, badRecords);
    return config;
  }

  private Properties streams(String application) {
    Properties config = new Properties();
    config.putAll(client());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    config.put(StreamsConfig.CLIENT_ID_CONFIG, application + "-" + instance);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(
        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemoryRocksDb.class.getName());
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
        application + "-" + instance);
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        (int) SESSION_TIMEOUT.toMillis());
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) TRANSACTION_TIMEOUT.toMillis());
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG),
        (int) TRANSACTION_TIMEOUT.toMillis());
    config.put(StreamsConfig.producerPrefix(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG), 4_000);
    return config;
  }

  private static void lingering(Properties config, Duration linger) {
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), (int) linger.toMillis());
  }
}
