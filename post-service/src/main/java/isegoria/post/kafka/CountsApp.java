package isegoria.post.kafka;

import isegoria.eventsourcing.kafka.BadRecords;
import isegoria.eventsourcing.kafka.KafkaSettings;
import isegoria.eventsourcing.kafka.OnUndecodable;
import isegoria.eventsourcing.kafka.TopicReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fold of counts as a running application, apart from the decider: no request waits for it. */
public final class CountsApp implements TopicReader, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CountsApp.class);

  private final BadRecords badRecords = new BadRecords("counts", OnUndecodable.SKIP);
  private final KafkaStreams streams;

  public CountsApp(KafkaSettings kafka) {
    Properties config = kafka.folding(CountsTopology.APPLICATION, badRecords);
    this.streams = new KafkaStreams(CountsTopology.build(config, kafka.partitions()), config);
    streams.setUncaughtExceptionHandler(failure -> {
      LOG.error("post count thread failed, a new one replaces it", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    });
  }

  public void start() {
    streams.start();
  }

  @Override
  public String name() {
    return "counts";
  }

  @Override
  public Optional<BadRecords> badRecords() {
    return Optional.of(badRecords);
  }

  /** Whether posts are being counted; a rebalance is part of it. */
  @Override
  public boolean healthy() {
    return streams.state().isRunningOrRebalancing();
  }

  @Override
  public void close() {
    streams.close(Duration.ofSeconds(5));
  }
}
