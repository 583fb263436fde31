package isegoria.eventsourcing.fold;

import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Streams application that folds topics into others, started and stopped as one. No request waits
 * for it, so a record that it cannot decode is counted and passed over.
 */
public final class FoldApp implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FoldApp.class);

  /** A thread that has not ended by then is left behind: the process stops anyway. */
  private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

  private final String name;
  private final BadRecords badRecords;
  private final KafkaStreams streams;

  /**
   * Takes how the application is built.
   *
   * @param name its name among the readers of its process
   * @param application a name of groups and internal topics, so it never changes
   */
  public FoldApp(
      KafkaSettings kafka, String name, String application, Function<Properties, KafkaStreams> of) {
    this.name = name;
    this.badRecords = new BadRecords(name, OnUndecodable.SKIP);
    this.streams = of.apply(kafka.folding(application, badRecords));
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("{}: thread failed, a new one replaces it", name, failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
  }

  /** An application that adds up counts. */
  public static FoldApp of(KafkaSettings kafka, String name, CountFold<?> counts) {
    return new FoldApp(
        kafka,
        name,
        counts.application(),
        config -> {
          Topology topology = counts.topology(config, kafka.partitions());
          return new KafkaStreams(topology, config);
        });
  }

  public void start() {
    streams.start();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(badRecords);
  }

  /** Whether it folds; a rebalance is part of it. */
  @Override
  public boolean healthy() {
    return streams.state().isRunningOrRebalancing();
  }

  @Override
  public void close() {
    streams.close(CLOSE_MAX);
  }
}
